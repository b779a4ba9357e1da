import { parseArgs } from 'node:util';

export interface Options {
  rounds: number;
  /** A share of the effort of each round, from 0 to 1. */
  effort: number;
  json: boolean;
}

/** `--quick` is one short round that shows whether everything runs; its figures are rough. Throws on what it does not know. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, rounds: { type: 'string' } },
  });
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds must be a whole number of at least 1');
  return { rounds, effort: values.quick ? 0.25 : 1, json: values.json ?? false };
}
