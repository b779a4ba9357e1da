#!/usr/bin/env node
import { addExplain } from './commands/explain.ts';
import { addLsp } from './commands/lsp.ts';
import { addPlan } from './commands/plan.ts';
import { addPull } from './commands/pull.ts';
import { addPush } from './commands/push.ts';
import { addSandbox } from './commands/sandbox.ts';
import { addTestConnection } from './commands/test-connection.ts';
import { addValidate } from './commands/validate.ts';
import { processEnvironment } from './environment.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { emptyProgram } from './program.ts';
import { run, sayUnexpected } from './run.ts';

const environment = processEnvironment(process);
const program = emptyProgram(environment);
const finish = (code: ExitCode): void => {
  process.exitCode = code;
};

addValidate(program, environment, finish);
addExplain(program, environment);
addPlan(program, environment, finish);
addPush(program, environment, finish);
addPull(program, environment, finish);
addTestConnection(program, environment, finish);
addSandbox(program, environment, finish);
addLsp(program);

process.once('uncaughtException', (error) => {
  sayUnexpected(error, environment);
  process.exit(EXIT.problem);
});
void run(program, process.argv.slice(2), environment).then((code) => {
  if (code !== undefined) finish(code);
});
