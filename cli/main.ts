#!/usr/bin/env node
import { processEnvironment } from './environment.ts';
import { EXIT } from './exit-code.ts';
import { pmjob } from './pmjob.ts';
import { sayUnexpected } from './run.ts';

const environment = processEnvironment(process);

process.once('uncaughtException', (error) => {
  sayUnexpected(error, environment);
  process.exit(EXIT.problem);
});
void pmjob(process.argv.slice(2), environment).then((code) => {
  process.exitCode = code;
});
