import type { JobId, Platform } from '../platform.ts';
import type { StateStore } from './store.ts';

/** File and job on one platform, with the pointers that the file named when it was last pushed. */
export interface Link {
  file: string;
  origin: string;
  customerId: string;
  id: JobId;
  name: string;
  named: string[];
}

export async function readLinks(_state: StateStore): Promise<Link[]> {
  throw new Error('no links yet');
}

export function linkOf(links: Link[], path: string, platform: Platform): Link | undefined {
  return links.find(
    (link) => link.file === path && link.origin === platform.origin && link.customerId === platform.customerId,
  );
}

/** Stores a link in the place of the file's earlier one on that platform. */
export async function link(_state: StateStore, entry: Link): Promise<void> {
  throw new Error(`no link of ${entry.file} yet`);
}

/** Forgets which job the file is on that platform. The job stays as it is. */
export async function forgetLink(_state: StateStore, path: string, _platform: Platform): Promise<void> {
  throw new Error(`no link of ${path} to forget yet`);
}
