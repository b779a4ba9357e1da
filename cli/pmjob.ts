import type { Command } from 'commander';
import { addCurl } from './commands/curl.ts';
import { addDelete } from './commands/delete.ts';
import { addDisable } from './commands/disable.ts';
import { addEnable } from './commands/enable.ts';
import { addExplain } from './commands/explain.ts';
import { addForget } from './commands/forget.ts';
import { addHistory } from './commands/history.ts';
import { addLsp } from './commands/lsp.ts';
import { addPlan } from './commands/plan.ts';
import { addPull } from './commands/pull.ts';
import { addPush } from './commands/push.ts';
import { addRestore } from './commands/restore.ts';
import { addSandbox } from './commands/sandbox.ts';
import { addTestConnection } from './commands/test-connection.ts';
import { addValidate } from './commands/validate.ts';
import type { Environment } from './environment.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { emptyProgram } from './program.ts';
import { run } from './run.ts';

/** The whole command line: runs the command that the words name, and answers what the process is to end with. */
export async function pmjob(words: readonly string[], environment: Environment): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  const finish = (end: ExitCode): void => {
    code = end;
  };
  const program = emptyProgram(environment);
  addValidate(program, environment, finish);
  addExplain(program, environment);
  addPlan(program, environment, finish);
  addPush(program, environment, finish);
  addPull(program, environment, finish);
  addEnable(program, environment, finish);
  addDisable(program, environment, finish);
  addDelete(program, environment, finish);
  addHistory(program, environment, finish);
  addRestore(program, environment, finish);
  addForget(program, environment, finish);
  addCurl(program, environment, finish);
  addTestConnection(program, environment, finish);
  addSandbox(program, environment, finish);
  addLsp(program);
  return (await run(program, withoutVainHelp(program, words), environment)) ?? code;
}

/** Help on what is no command is answered as that word itself: there is no such command. */
function withoutVainHelp({ commands }: Command, words: readonly string[]): readonly string[] {
  const [first, name] = words;
  if (first !== 'help' || name === undefined || name === 'help' || name.startsWith('-')) return words;
  return commands.some((command) => command.name() === name) ? words : [name];
}
