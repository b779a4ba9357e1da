/** Folders that tools keep for themselves: what is in them is no job file of the workspace. */
const NEVER_SEARCHED = new Set(['node_modules', '.git', '.pmjob']);

/** Would a search of the workspace find it? */
export function isSearched(uri: string): boolean {
  return isJobFile(uri) && uri.split('/').every(isSearchedFolder);
}

export function isSearchedFolder(name: string): boolean {
  return !NEVER_SEARCHED.has(name);
}

export function isJobFile(name: string): boolean {
  return name.endsWith('.pmjob.json');
}
