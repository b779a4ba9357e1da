import type { Command } from 'commander';
import type { Environment } from '../environment.ts';
import type { ExitCode } from '../exit-code.ts';
import { addIntervention } from '../intervene/command.ts';

export function addDisable(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const words = {
    kind: 'disable',
    summary: 'disable a job',
    description: 'Disables the job of a file, or the one with an id. The file is not pushed.',
    examples: `  pmjob disable --connection production job.pmjob.json`,
  } as const;
  addIntervention(words, program, environment, finish);
}
