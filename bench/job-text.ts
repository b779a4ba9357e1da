import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A job file as an editor holds it, with one mistake that the schema alone tells: its last asset id lacks a character. */
export interface JobText {
  text: string;
  /** The line of the mistake, from 0. */
  mistakeLine: number;
  /** What a person types, one after the other and then again: the last one leaves the text as it was. */
  keystrokes: readonly Keystroke[];
  /** Inside the key `scheduleType`, which follows the ids. */
  asking: Position;
}

export interface Keystroke {
  range: { start: Position; end: Position };
  text: string;
}

export interface Position {
  line: number;
  character: number;
}

const sample = join(import.meta.dirname, '../samples/create-windows-chained.pmjob.json');

/** A sample job with that many assets. */
export function jobText(assets: number): JobText {
  const job = JSON.parse(readFileSync(sample, 'utf8'));
  // The sample has a hint about its percentage otherwise.
  job.notification.notificationEvents.onJobComplete = true;
  job.assetIds = Array.from({ length: assets }, (_, index) => assetId(index));
  const last: string = job.assetIds[assets - 1];
  job.assetIds[assets - 1] = last.slice(0, -1);
  const text = `${JSON.stringify(job, null, 2)}\n`;
  return {
    text,
    mistakeLine: positionOf(text, `"${last.slice(0, -1)}"`).line,
    keystrokes: keystrokes(
      positionOf(text, `"description": "${job.description}`),
      positionOf(text, job.assetIds[Math.floor(assets / 2)]),
    ),
    asking: positionOf(text, '"sched'),
  };
}

/** A character at the end of the description, near the start of the text, and the last digit of an id in the list. */
function keystrokes(description: Position, id: Position): Keystroke[] {
  const typed = { start: description, end: after(description, 1) };
  const digit = { start: after(id, -1), end: id };
  return [
    { range: { start: description, end: description }, text: 'x' },
    { range: digit, text: '0' },
    { range: typed, text: '' },
    { range: digit, text: '1' },
  ];
}

function after({ line, character }: Position, characters: number): Position {
  return { line, character: character + characters };
}

/** Different for each index, the same in each run. */
function assetId(index: number): string {
  let mixed = index + 1;
  const digits = Array.from({ length: 4 }, () => {
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) + 0x297a2d39;
    return (mixed >>> 0).toString(16).padStart(8, '0');
  }).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{11}).$/, (_, ...groups) => `${groups.slice(0, 5).join('-')}1`);
}

/** Where a text ends that is there once. */
function positionOf(text: string, part: string): Position {
  const before = text.slice(0, text.indexOf(part) + part.length);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, character: before.length - lineStart };
}
