import type { FileEntry } from './earlier-version.ts';
import { jobOfText } from './job/job-of-text.ts';
import { normalise } from './job/normalise.ts';
import type { StateStore } from './link/store.ts';
import { readVersion } from './link/versions.ts';
import { updateChanges } from './plan/changes.ts';
import type { Change } from './plan/plan.ts';

/** What putting an earlier version into a file does to the file. */
export interface WrittenVersion {
  /** Empty, too, where one of the two is no JSON object. */
  changes: Change[];
  /** The file is as it was at no push that is kept: what it says is nowhere else. */
  losesEdits: boolean;
}

/** Compares a file with the version that would be put into it; undefined where that would change nothing. */
export async function writtenVersion(
  present: string,
  version: string,
  state: StateStore,
  entries: readonly FileEntry[],
): Promise<WrittenVersion | undefined> {
  if (present === version) return undefined;
  const [before, after] = [jobOfText(present), jobOfText(version)];
  const isCompared = before !== undefined && after !== undefined;
  return {
    changes: isCompared ? await updateChanges(normalise(before), normalise(after)) : [],
    losesEdits: !(await isKept(present, state, entries)),
  };
}

async function isKept(text: string, state: StateStore, entries: readonly FileEntry[]): Promise<boolean> {
  for (const entry of entries) {
    if (entry.id === undefined || !entry.hasVersion) continue;
    if ((await readVersion(state, entry, entry.id, entry.key))?.text === text) return true;
  }
  return false;
}
