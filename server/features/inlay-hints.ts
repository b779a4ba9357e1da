import type { InlayHint, Range } from 'vscode-languageserver-types';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import type { Pointer } from '../../schemas/pointer.ts';
import type { JobDocument } from '../document/document.ts';
import { actionsOf } from '../domain/actions.ts';
import { chainRules } from '../domain/chain-rules.ts';
import { nameOfId } from '../domain/id-names.ts';
import { ID_FIELDS, kindOfId } from '../domain/named-ids.ts';
import { nextRuns } from '../domain/schedule.ts';
import { waitsToBeEnabled } from '../domain/schedule-words.ts';
import { dateWords, timeWords } from '../domain/wall-words.ts';
import { daysOfFlags, shortDayList } from '../domain/week-days.ts';
import type { Facts } from '../facts.ts';
import { clipped } from '../words.ts';
import { scheduleInWords } from './schedule-in-words.ts';
import { scriptSizeInWords } from './script-in-words.ts';

/** What nobody reads off the values of a job: its next run, the days of the week, the size of scripts, the names behind ids. */
export function inlayHints(document: JobDocument, range: Range, facts: Facts): InlayHint[] {
  if (!isObject(document.value)) return [];
  const job = document.value;
  const hints = [...nextRun(job, facts), ...weekDays(job), ...scriptSizes(job), ...names(job, facts)].filter(
    ({ at }) => !document.unread.has(at),
  );
  const places = document.ranges(hints.map(({ at }) => ({ at, part: 'value' })));
  return hints.flatMap(({ label, tooltip }, index) => {
    const position = places[index]?.end;
    if (position === undefined || position.line < range.start.line || position.line > range.end.line) return [];
    const explained = tooltip !== undefined && { tooltip: { kind: 'markdown' as const, value: tooltip } };
    return [{ position, label, paddingLeft: true, ...explained }];
  });
}

interface Hint {
  at: Pointer;
  label: string;
  tooltip?: string;
}

function nextRun(job: JsonObject, facts: Facts): Hint[] {
  const runs = facts.now === undefined ? undefined : nextRuns(job, facts.now, 1);
  if (runs === undefined) return [];
  const [run] = runs;
  const when = waitsToBeEnabled(job) ? 'next, once Enabled' : 'next';
  const label = run === undefined ? 'no further run' : `${when}: ${dateWords(run.wall)}, ${timeWords(run.wall)}`;
  return [{ at: '/startDateTime', label, tooltip: scheduleInWords(job, facts) }];
}

function weekDays(job: JsonObject): Hint[] {
  const days = daysOfFlags(job.recurringWeekDays);
  return days === undefined ? [] : [{ at: '/recurringWeekDays', label: shortDayList(days) }];
}

function scriptSizes(job: JsonObject): Hint[] {
  return actionsOf(job).flatMap(({ value, at }) =>
    ['script', 'detectionScript'].flatMap((key) => {
      const script = value[key];
      const label = typeof script === 'string' && script !== '' ? scriptSizeInWords(script) : undefined;
      return label === undefined ? [] : [{ at: `${at}/${key}`, label }];
    }),
  );
}

/** Whoever lists more ids than that in one field does not read them one by one. */
const MOST_NAMES = 200;

function names(job: JsonObject, facts: Facts): Hint[] {
  const fields = ID_FIELDS.map((key) => ({ at: `/${key}`, value: job[key] }));
  const waited = chainRules(job).map(({ rule, at }) => ({ at: `${at}/actionIds`, value: rule.actionIds }));
  return [...fields, ...waited].flatMap(({ at, value }) => {
    if (!Array.isArray(value)) return nameHint(at, value, job, facts);
    if (value.length > MOST_NAMES) return [];
    return value.flatMap((id, index) => nameHint(`${at}/${index}`, id, job, facts));
  });
}

function nameHint(at: Pointer, id: unknown, job: JsonObject, facts: Facts): Hint[] {
  if (typeof id !== 'string' || id === '') return [];
  const kind = kindOfId(at);
  const isOfJob = kind === 'job' || kind === 'post action';
  const name = isOfJob ? nameOfId(id, job, facts)?.name : facts.server?.names?.get(id.toLowerCase())?.name;
  return name === undefined || name === '' ? [] : [{ at, label: clipped(name, 60) }];
}
