import type { Outcome } from '../api/push/outcome.ts';

/** What the process ends with; part of the contract with pipelines. */
export const EXIT = { fine: 0, problem: 1, usage: 2, conflict: 3, unknown: 4, cancelled: 5 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Gravest first. Usage comes before a problem: a file that was never judged says more than one that was. */
const BY_GRAVITY: readonly ExitCode[] = [
  EXIT.unknown,
  EXIT.conflict,
  EXIT.usage,
  EXIT.problem,
  EXIT.cancelled,
  EXIT.fine,
];

/** The one code for several files. */
export function gravest(codes: readonly ExitCode[]): ExitCode {
  return BY_GRAVITY.find((code) => codes.includes(code)) ?? EXIT.fine;
}

export function exitCodeOf(outcome: Outcome['kind']): ExitCode {
  switch (outcome) {
    case 'created':
    case 'updated':
    case 'unchanged':
      return EXIT.fine;
    case 'invalid':
    case 'rejected':
    case 'failed':
      return EXIT.problem;
    case 'conflict':
      return EXIT.conflict;
    case 'unknown':
      return EXIT.unknown;
    case 'cancelled':
      return EXIT.cancelled;
  }
}
