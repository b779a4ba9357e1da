import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** One row: where and what goes wrong, and how the push and the next one end. */
export interface Row {
  at: string;
  fault: string;
  push: Cells;
  again: Cells;
}

/** How one run ended, each as a person would say it. */
export interface Cells {
  outcome: string;
  exit: string;
  /** Writes that reached the server. */
  sent: string;
  /** The jobs of that name that it has afterwards. */
  server: string;
  /** What the file holds afterwards. */
  file: string;
  /** Is there a link, is there a base. */
  known: string;
  /** The lines that were added to the history. */
  history: string;
  intent: string;
  /** What a person is told beside the outcome, in full at the table's end. */
  says: string;
}

const CELLS = ['outcome', 'exit', 'sent', 'server', 'file', 'known', 'history', 'intent', 'says'] as const;

/** The rows of a table's file by their place and fault. */
export function readTable(path: URL): Map<string, Row> {
  const lines = textOf(path).split('\n');
  const told = new Map(
    lines.flatMap((line): [string, string][] => {
      const note = /^(\[[0-9a-f]+\]) (.*)$/.exec(line);
      return note === null ? [] : [[note[1] ?? '', note[2] ?? '']];
    }),
  );
  const rows = lines
    .filter((line) => line.includes(' | ') && !/^(#|\[|at )/.test(line))
    .map((line) => rowOf(line, told));
  return new Map(rows.map((row) => [keyOf(row), row]));
}

export function keyOf({ at, fault }: Pick<Row, 'at' | 'fault'>): string {
  return `${at}: ${fault}`;
}

/** Writes the rows in columns, each different saying once below them. */
export function writeTable(path: URL, rows: readonly Row[]): void {
  const about = textOf(path)
    .split('\n')
    .filter((line) => line.startsWith('# '));
  const sayings = [...new Set(rows.flatMap(({ push, again }) => [push.says, again.says]))].filter(
    (text) => text !== '',
  );
  const texts = rows.map(({ at, fault, push, again }) => [
    at,
    fault,
    ...CELLS.map((name) => (name === 'says' ? label(push.says) : push[name])),
    ...CELLS.map((name) => (name === 'says' ? label(again.says) : again[name])),
  ]);
  const header = ['at', 'fault', ...CELLS, ...CELLS];
  const widths = header.map((name, index) => Math.max(name.length, ...texts.map((cells) => cells[index]?.length ?? 0)));
  const lay = (cells: string[]): string => {
    const padded = cells.map((cell, index) => cell.padEnd(widths[index] ?? 0));
    const half = 2 + CELLS.length;
    return [padded.slice(0, 2), padded.slice(2, half), padded.slice(half)]
      .map((part) => part.join('  '))
      .join(' | ')
      .trimEnd();
  };
  writeFileSync(
    path,
    [...about, '', lay(header), ...texts.map(lay), '', ...sayings.map((text) => `${label(text)} ${text}`), ''].join(
      '\n',
    ),
  );
}

function rowOf(line: string, told: ReadonlyMap<string, string>): Row {
  const [where = '', push = '', again = ''] = line.split(' | ');
  const [at = '', fault = ''] = cellsOf(where);
  return { at, fault, push: readCells(push, told), again: readCells(again, told) };
}

function readCells(text: string, told: ReadonlyMap<string, string>): Cells {
  const [
    outcome = '',
    exit = '',
    sent = '',
    server = '',
    file = '',
    known = '',
    history = '',
    intent = '',
    label = '',
  ] = cellsOf(text);
  return { outcome, exit, sent, server, file, known, history, intent, says: told.get(label) ?? '' };
}

/** The same for the same words, so that one saying more moves no other. */
function label(text: string): string {
  return text === '' ? '-' : `[${createHash('sha256').update(text).digest('hex').slice(0, 8)}]`;
}

/** Cells are kept apart by two blanks or more. */
function cellsOf(text: string): string[] {
  return text.trim().split(/ {2,}/);
}

function textOf(path: URL): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
