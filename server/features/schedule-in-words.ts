import type { JsonObject } from '../../schemas/json.ts';
import { nextRuns, type Run } from '../domain/schedule.ts';
import { scheduleSentence, waitsToBeEnabled } from '../domain/schedule-words.ts';
import { type ZoneClock, zoneClock } from '../domain/wall-time.ts';
import { dateWords, timeWords } from '../domain/wall-words.ts';
import type { Facts } from '../facts.ts';

/** The schedule as a sentence, and its next five runs in the job's zone and in the reader's where that shows another time. */
export function scheduleInWords(job: JsonObject, facts: Facts): string {
  const sentence = scheduleSentence(job);
  if (sentence === undefined) return '';
  const runs = runsInWords(job, facts);
  return runs === '' ? sentence : `${sentence}\n\n${runs}`;
}

/** What a clock in a zone shows now. */
export function zoneInWords(zone: string, { now }: Facts): string {
  const clock = zoneClock(zone);
  if (clock === undefined || now === undefined) return '';
  const wall = clock.wallTimeAt(now);
  return `There it is now ${dateWords(wall)}, ${timeWords(wall)} (UTC${offsetWords(wall - now)}).`;
}

function runsInWords(job: JsonObject, { now, readerZone }: Facts): string {
  const runs = now === undefined ? undefined : nextRuns(job, now, 5);
  if (runs === undefined) return '';
  if (runs.length === 0) return 'No further run.';
  const reader = readerZone === undefined ? undefined : zoneClock(readerZone);
  const lines = runs.map((run) => `- ${dateWords(run.wall)}, ${timeWords(run.wall)}${readersTime(run, reader)}`);
  const waits = waitsToBeEnabled(job) ? ', once it is Enabled' : '';
  const heading = runs.length === 1 ? 'Next run' : `Next ${runs.length} runs`;
  return `${heading}${waits}:\n\n${lines.join('\n')}`;
}

function readersTime({ wall, moment }: Run, reader: ZoneClock | undefined): string {
  if (moment === undefined || reader === undefined) return '';
  const own = reader.wallTimeAt(moment);
  if (own === wall) return '';
  const date = dateWords(own) === dateWords(wall) ? '' : `${dateWords(own)}, `;
  return ` – for you ${date}${timeWords(own)} (${reader.zone})`;
}

function offsetWords(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
