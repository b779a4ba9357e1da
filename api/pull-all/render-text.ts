import { describeFailure } from '../failure-text.ts';
import { oneLine } from '../plan/one-line.ts';
import { renderChange } from '../plan/render-text.ts';
import { nameTarget } from '../plan/target-text.ts';
import type { PullAllPlan, PullEntry } from './plan-pull-all.ts';
import type { PullResult } from './write-all.ts';

/** A file's path as the person knows it. */
export type ShowPath = (path: string) => string;

const KINDS = ['new', 'changed', 'edited', 'unsaved', 'unchanged', 'failed'] as const;

const COUNTED: Readonly<Record<PullEntry['kind'], string>> = {
  new: 'new',
  changed: 'changed on the platform',
  edited: 'edited here',
  unsaved: 'with unsaved changes',
  unchanged: 'unchanged',
  failed: 'failed',
};

/**
 * What pulling all jobs would do, as plain lines: how many of what, then each file that is new or differs, with what
 * becomes of what it says, and what is in doubt. `replaceEdited` where that is chosen already.
 */
export function renderPullAll({ target, entries, gone }: PullAllPlan, show: ShowPath, replaceEdited = false): string[] {
  const customer = target.customerId === undefined ? '' : `, subscription ${target.customerId}`;
  const counts = KINDS.map((kind) => [kind, entries.filter((entry) => entry.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${COUNTED[kind]}`);
  return [
    `${entries.length === 1 ? '1 job' : `${entries.length} jobs`} of ${nameTarget(target)}${customer}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`,
    ...entries.flatMap((entry) => renderEntry(entry, show, replaceEdited)),
    ...gone.map((path) => `  ${show(path)}: the platform does not list its job any more. The file stays as it is.`),
  ];
}

function renderEntry(entry: PullEntry, show: ShowPath, replaceEdited: boolean): string[] {
  const job = `job "${oneLine(entry.name)}" (${oneLine(entry.id)})`;
  const path = show(entry.path);
  switch (entry.kind) {
    case 'unchanged':
      return [];
    case 'failed':
      return [`  ${path}: ${job} cannot be read. ${describeFailure(entry.failure)}`];
    case 'new':
      return [`  + ${path}: ${job}`, ...notesOf(entry)];
    case 'changed':
      return [`  ~ ${path}: ${job}${outside(entry)}`, ...changesOf(entry), ...notesOf(entry)];
    case 'edited':
      return [
        `  ! ${path}: ${job}${outside(entry)}. The file says something that the platform does not have. ${sayEdited(entry.isOutside, replaceEdited)}:`,
        ...changesOf(entry),
        ...notesOf(entry),
      ];
    case 'unsaved':
      return [`  ! ${path}: ${job}. The file has unsaved changes and stays as it is.`];
  }
}

function sayEdited(isOutside: boolean, replaceEdited: boolean): string {
  if (isOutside) return 'It stays as it is; pulling the job into it would change';
  return replaceEdited
    ? 'It is replaced all the same, which changes'
    : 'It stays as it is, unless edited files are replaced too; that would change';
}

/** A person who names a folder thinks of the files in it alone. */
function outside({ isOutside }: Exclude<PullEntry, { kind: 'failed' }>): string {
  return isOutside ? ', outside the folder, as this file is linked to the job' : '';
}

function changesOf({ changes }: Exclude<PullEntry, { kind: 'failed' }>): string[] {
  return changes.map((change) => `      ${renderChange(change)}`);
}

function notesOf({ notes }: Exclude<PullEntry, { kind: 'failed' }>): string[] {
  return notes.map(({ message }) => `      Note: ${message}`);
}

/** What became of one file, in one sentence. */
export function describePulled(result: PullResult, show: ShowPath): string {
  const path = show(result.path);
  const job = `job ${oneLine(result.id)} "${oneLine(result.name)}"`;
  switch (result.kind) {
    case 'created':
      return `${path}: ${job}.`;
    case 'replaced':
      return `${path}: replaced by ${job} as it is now.`;
    case 'unchanged':
      return `${path}: is already as ${job}.`;
    case 'kept':
      return `${path}: kept as it is. ${WHY_KEPT[result.why]}`;
    case 'failed':
      return `${path}: not pulled. ${describeFailure(result.failure)}`;
    case 'cancelled':
      return `${path}: cancelled. Nothing was written.`;
  }
}

const WHY_KEPT: Readonly<Record<Extract<PullResult, { kind: 'kept' }>['why'], string>> = {
  edited: 'It says something that the platform does not have: push it, or replace it knowingly.',
  'edited-outside':
    'It says something that the platform does not have, and lies outside the folder: push it, or pull its job alone.',
  unsaved: 'It has unsaved changes: save or undo them, and pull again.',
  'changed-meanwhile': 'It was changed while the plan was shown: pull again.',
};

/** `3 created, 1 replaced, 12 unchanged, 1 kept` */
export function sayPulled(results: readonly PullResult[]): string {
  return (['created', 'replaced', 'unchanged', 'kept', 'failed', 'cancelled'] as const)
    .map((kind) => [kind, results.filter((result) => result.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}
