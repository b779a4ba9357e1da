import type { JobDocument } from '../document/document.ts';
import type { Span } from '../document/span.ts';
import type { TextProblem } from '../document/text-problem.ts';
import { isSyntax } from '../syntax-words.ts';
import type { SettingsFault } from './settings-fault.ts';

/**
 * What is wrong with the settings' text itself. A text that cannot be read has one fault, its first: what follows often comes of
 * it.
 */
export function faultsOfText({ text, problems, valid }: JobDocument): (Span & { fault: SettingsFault })[] {
  const conflict = valid ? null : /^<{7}.*$/m.exec(text);
  if (conflict !== null) {
    const fault: SettingsFault = { kind: 'settings-unreadable', why: 'merge-conflict' };
    return [{ start: conflict.index, end: conflict.index + conflict[0].length, fault }];
  }
  const faults = problems.flatMap((problem) => {
    const fault = faultOf(problem);
    return fault === undefined ? [] : [{ start: problem.start, end: problem.end, fault }];
  });
  return valid ? faults : faults.filter(({ fault }) => fault.kind === 'settings-unreadable').slice(0, 1);
}

function faultOf(problem: TextProblem): SettingsFault | undefined {
  if (isSyntax(problem)) return { kind: 'settings-unreadable', why: problem };
  switch (problem.kind) {
    case 'duplicate-key':
      return { kind: 'setting-twice', key: problem.key };
    case 'byte-order-mark':
      return undefined;
    default:
      return { kind: 'settings-unreadable', why: problem.kind };
  }
}
