#!/usr/bin/env node
import { processEnvironment } from './environment.ts';
import { EXIT } from './exit-code.ts';
import { pmjob } from './pmjob.ts';
import { sayUnexpected } from './run.ts';

const environment = processEnvironment(process);

/** What these did counts more than what could be printed of it. */
const CHANGING: ReadonlySet<string> = new Set(['push', 'restore', 'enable', 'disable', 'delete', 'forget']);

process.once('uncaughtException', (error) => {
  sayUnexpected(error, environment);
  process.exit(EXIT.problem);
});
process.once('exit', () => {
  const lost = environment.result.lost();
  if (lost === undefined) return;
  environment.notes.print(`error: The result could not be printed (${lost}).`);
  if (process.exitCode === EXIT.fine && !CHANGING.has(process.argv[2] ?? '')) process.exitCode = EXIT.problem;
});
void pmjob(process.argv.slice(2), environment).then((code) => {
  process.exitCode = code;
});
