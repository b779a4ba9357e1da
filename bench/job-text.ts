import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A job file as an editor holds it, with one mistake that the schema alone tells: its last asset id lacks a character. */
export interface JobText {
  text: string;
  /** The line of the mistake, from 0. */
  mistakeLine: number;
  /** Where a person types, near the start: at the end of the description. */
  typing: Position;
  /** Inside the key `scheduleType`, which follows the ids. */
  asking: Position;
}

export interface Position {
  line: number;
  character: number;
}

const sample = join(import.meta.dirname, '../samples/create-windows-chained.pmjob.json');

/** A sample job with that many assets. */
export function jobText(assets: number): JobText {
  const job = JSON.parse(readFileSync(sample, 'utf8'));
  job.assetIds = Array.from({ length: assets }, (_, index) => assetId(index));
  const last: string = job.assetIds[assets - 1];
  job.assetIds[assets - 1] = last.slice(0, -1);
  const text = `${JSON.stringify(job, null, 2)}\n`;
  return {
    text,
    mistakeLine: positionOf(text, `"${last.slice(0, -1)}"`).line,
    typing: positionOf(text, `"description": "${job.description}`),
    asking: positionOf(text, '"sched'),
  };
}

/** Different for each index, the same in each run. */
function assetId(index: number): string {
  let mixed = index + 1;
  const digits = Array.from({ length: 4 }, () => {
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) + 0x297a2d39;
    return (mixed >>> 0).toString(16).padStart(8, '0');
  }).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Where a text ends that is there once. */
function positionOf(text: string, part: string): Position {
  const before = text.slice(0, text.indexOf(part) + part.length);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, character: before.length - lineStart };
}
