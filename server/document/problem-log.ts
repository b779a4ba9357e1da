import { MAXIMUM_SYNTAX_PROBLEMS } from './limits.ts';
import type { PastedCounts, TextProblem } from './text-problem.ts';

/** Collects the problems of a text so that each cause is told once, and no more than a person can read. */
export interface ProblemLog {
  readonly isEmpty: boolean;
  /** More was reported than a broken JSON text has: this is something else, and reading on would only cost time. */
  readonly exhausted: boolean;
  /** Takes a problem of a token itself; each is a cause of its own. */
  note(problem: TextProblem): void;
  /** Takes a problem of the order of tokens, unless nothing sound was read since the last one: it then follows from that. */
  complain(problem: TextProblem): void;
  /** Tells that a token was read: a sound one, or one that was noted. */
  tokenRead(sound: boolean): void;
  /** Forgets the rest: this says it all. */
  only(problem: TextProblem): void;
  /** All that was told, in the order of the text. */
  problems(): TextProblem[];
}

/** How many problems are told, and after how many the reading gives up. */
export interface ProblemLimits {
  told: number;
  reported: number;
}

export const TOLD_TO_A_PERSON: ProblemLimits = { told: MAXIMUM_SYNTAX_PROBLEMS, reported: 1000 };

export function problemLog(limits: ProblemLimits): ProblemLog {
  let told: TextProblem[] = [];
  let pasted: { first: TextProblem; counts: PastedCounts } | undefined;
  let reports = 0;
  let lastComplaint = -1;
  let soundTokens = 1;

  function tell(problem: TextProblem): void {
    if (told.length < limits.told) told.push(problem);
  }

  function notePasted(problem: TextProblem, { blanks, lineBreaks }: PastedCounts): void {
    pasted ??= { first: problem, counts: { blanks: 0, lineBreaks: 0 } };
    pasted.counts.blanks += blanks;
    pasted.counts.lineBreaks += lineBreaks;
  }

  return {
    get isEmpty() {
      return told.length === 0;
    },
    get exhausted() {
      return reports > limits.reported;
    },
    note(problem) {
      if (problem.kind === 'pasted') {
        notePasted(problem, problem.counts);
        return;
      }
      reports++;
      tell(problem);
    },
    complain(problem) {
      reports++;
      const follows = soundTokens === 0 || problem.start === lastComplaint;
      soundTokens = 0;
      lastComplaint = problem.start;
      if (!follows) tell(problem);
    },
    tokenRead(sound) {
      soundTokens = sound ? soundTokens + 1 : 0;
    },
    only(problem) {
      told = [problem];
      pasted = undefined;
    },
    problems() {
      const all = [...told];
      if (pasted !== undefined) all.push({ ...pasted.first, kind: 'pasted', counts: pasted.counts });
      return all.sort((one, other) => one.start - other.start);
    },
  };
}
