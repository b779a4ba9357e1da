import type { StateStore } from '../link/store.ts';

/** `root` is the `.pmjob` folder itself. */
export function fileStore(root: string): StateStore {
  throw new Error(`no store at ${root} yet`);
}
