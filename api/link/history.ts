import type { Json } from '../../schemas/json.ts';
import { isObject } from '../../schemas/json.ts';
import type { Clock } from '../clock.ts';
import { writeJson } from '../job/exact-number.ts';
import { readJson } from '../job/read-json.ts';
import { labelOf } from '../plan/label.ts';
import type { Change } from '../plan/plan.ts';
import type { JobId, Platform, Target } from '../platform.ts';
import { locked } from './lock.ts';
import type { StateStore } from './store.ts';

/** How a push ended whose intent was written. */
export type PushEnd = 'created' | 'updated' | 'rejected' | 'unknown' | 'not-accepted' | 'left-to-plan';

/** One push, or one change of a job as a whole, that was sent or settled. Scripts are in `changes` by their fingerprints alone. */
export interface HistoryEntry {
  /** Names it, and the version that was kept of a push. */
  key: string;
  who: string;
  /** Empty for a job that is no file here. */
  file: string;
  target: Target;
  action: 'create' | 'update' | 'enable' | 'disable' | 'delete';
  /** How it ended; `not-accepted` is said when an earlier push is settled. */
  outcome: PushEnd | 'enabled' | 'disabled' | 'deleted';
  id?: JobId;
  changes: readonly Change[];
}

/** An entry as it is read again: what a line says, from whatever version of pmjob. */
export interface PastEntry extends Omit<HistoryEntry, 'target' | 'action' | 'outcome'>, Platform {
  when: string;
  connection: string;
  action: string;
  outcome: string;
  /** The changes were too many to be kept with their values. */
  isShortened: boolean;
}

const FOLDER = 'history';
/** As many months are kept. */
const MONTHS = 24;
/** Characters of a month; past it the older half goes. */
const LONGEST_MONTH = 4 * 1024 * 1024;
/** Characters of a line with the values that changed, and changes that are named at all. */
const LONGEST_LINE = 64 * 1024;
const NAMED_CHANGES = 200;

/** Adds a line to this month's history, and lets go what is too old or too much. */
export async function writeHistory(state: StateStore, clock: Clock, entry: HistoryEntry): Promise<void> {
  const when = clock.now().toISOString();
  const line = lineOf(when, entry);
  const path = `${FOLDER}/${when.slice(0, 7)}.jsonl`;
  await locked(state, clock, 'history', async () => {
    const present = (await state.read(path)) ?? '';
    if (present.length + line.length <= LONGEST_MONTH) await state.append(path, line);
    else {
      const start = present.indexOf('\n', present.length / 2) + 1;
      await state.write(path, present.slice(start).replace(/(?<!\n)$/, '\n') + line, { secret: true });
    }
    for (const month of (await months(state)).slice(MONTHS)) await state.remove(month);
  });
}

/**
 * What happened to a file, and to the jobs that it is linked to, the newest first. Lines that cannot be read are passed
 * over and counted.
 */
export async function readHistory(
  state: StateStore,
  isMeant: (entry: PastEntry) => boolean,
): Promise<{ entries: PastEntry[]; unreadable: number }> {
  const entries: PastEntry[] = [];
  let unreadable = 0;
  for (const path of await months(state)) {
    const lines = ((await state.read(path)) ?? '').split('\n').filter((line) => line.trim() !== '');
    for (const line of lines.reverse()) {
      const entry = entryFrom(readJson(line));
      if (entry === undefined) unreadable++;
      else if (isMeant(entry)) entries.push(entry);
    }
  }
  return { entries, unreadable };
}

/** The files of all months, the newest first. */
async function months(state: StateStore): Promise<string[]> {
  const names = (await state.list(FOLDER)).filter((name) => /^\d{4}-\d{2}\.jsonl$/.test(name));
  return names
    .sort()
    .reverse()
    .map((name) => `${FOLDER}/${name}`);
}

function lineOf(when: string, entry: HistoryEntry): string {
  const head = {
    when,
    key: entry.key,
    who: entry.who,
    file: entry.file,
    connection: entry.target.connection,
    origin: entry.target.origin,
    customerId: entry.target.customerId ?? null,
    action: entry.action,
    outcome: entry.outcome,
    id: entry.id ?? null,
  };
  const changes = entry.changes.map(({ pointer, before, after }) => ({ pointer, before, after }));
  const line = `${writeJson({ ...head, changes })}\n`;
  if (line.length <= LONGEST_LINE) return line;
  const pointers = changes.slice(0, NAMED_CHANGES).map(({ pointer }) => ({ pointer }));
  return `${writeJson({ ...head, shortened: true, changes: pointers })}\n`;
}

function entryFrom(value: Json | undefined): PastEntry | undefined {
  if (!isObject(value)) return undefined;
  const { when, who, file, connection, origin, action, outcome, changes } = value;
  if (typeof when !== 'string' || Number.isNaN(Date.parse(when))) return undefined;
  if (typeof origin !== 'string' || !URL.canParse(origin)) return undefined;
  if (typeof file !== 'string' || typeof action !== 'string' || typeof outcome !== 'string') return undefined;
  return {
    when,
    key: textOr(value.key, ''),
    who: textOr(who, ''),
    file,
    connection: textOr(connection, new URL(origin).host),
    origin,
    customerId: typeof value.customerId === 'string' ? value.customerId : undefined,
    action,
    outcome,
    ...(typeof value.id === 'string' ? { id: value.id } : {}),
    isShortened: value.shortened === true,
    changes: (Array.isArray(changes) ? changes : []).flatMap((change) => {
      if (!isObject(change) || typeof change.pointer !== 'string') return [];
      const { pointer, before, after } = change;
      return [{ pointer, label: labelOf(pointer), before, after }];
    }),
  };
}

function textOr(value: Json | undefined, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
