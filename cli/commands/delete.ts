import type { Command } from 'commander';
import type { Environment } from '../environment.ts';
import type { ExitCode } from '../exit-code.ts';
import { addIntervention } from '../intervene/command.ts';

export function addDelete(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const words = {
    kind: 'delete',
    summary: 'delete a job from a platform',
    description:
      'Deletes the job of a file, or the one with an id, from the platform. The file stays, and is no longer linked. The name of the job is to be typed.',
    examples: `  pmjob delete --connection test job.pmjob.json
  pmjob delete --connection test --yes --confirm-delete "Patch night" job.pmjob.json`,
  } as const;
  addIntervention(words, program, environment, finish);
}
