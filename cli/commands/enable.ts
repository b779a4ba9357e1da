import type { Command } from 'commander';
import type { Environment } from '../environment.ts';
import type { ExitCode } from '../exit-code.ts';
import { addIntervention } from '../intervene/command.ts';

export function addEnable(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const words = {
    kind: 'enable',
    summary: 'enable a job',
    description:
      'Enables the job of a file, or the one with an id. An On-demand job starts at once. The file is not pushed.',
    examples: `  pmjob enable --connection production job.pmjob.json
  pmjob enable --url https://gateway.qg1.apps.qualys.com --yes 5b0fd130-52c8-473c-96b1-8f10ea7d4c13`,
  } as const;
  addIntervention(words, program, environment, finish);
}
