/** Why a sandbox could not start. A state file is named by its path, a port by its number. */
export type SandboxProblem =
  | { code: 'state-file-unreadable'; path: string; reason: string }
  | { code: 'state-file-unwritable'; path: string; reason: string }
  | { code: 'port-unavailable'; port: number; reason: string };

/** Thrown by the door when a sandbox could not start; nothing was changed, a state file least of all. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
  readonly problem: SandboxProblem;

  constructor(problem: SandboxProblem) {
    super(sentence(problem));
    this.problem = problem;
  }
}

function sentence(problem: SandboxProblem): string {
  switch (problem.code) {
    case 'state-file-unreadable':
      return `The state file ${problem.path} cannot be used: ${problem.reason}. It was left as it is. Name another file, or move this one away.`;
    case 'state-file-unwritable':
      return `The state file ${problem.path} cannot be written: ${problem.reason}. Name a file in a folder that you may write to.`;
    case 'port-unavailable':
      return `The sandbox cannot listen on port ${problem.port}: ${problem.reason}. Choose another port, or none for a free one.`;
  }
}
