/** The folder that holds, or will hold, the `.pmjob` folder of a job file. */
export async function findStateRoot(file: string, _workspaceFolder?: string): Promise<string> {
  throw new Error(`no state root for ${file} yet`);
}
