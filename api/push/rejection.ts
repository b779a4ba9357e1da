import { fieldAt, pathsOf } from '../../schemas/fields.ts';
import type { JudgedFinding } from '../../schemas/finding.ts';
import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';
import { errorText } from '../failure-text.ts';
import type { Outcome } from './outcome.ts';

/**
 * What the platform said of a rejected body, as diagnostics of the file: at each field that the error names, else at the
 * root. Empty for every other outcome, and for a refusal that is not about the body.
 */
export function rejectionFindings(outcome: Outcome): JudgedFinding[] {
  if (outcome.kind !== 'rejected' || outcome.failure.kind !== 'rejected') return [];
  const { failure } = outcome;
  const named = failure.at === undefined ? namedFields(failure.message ?? '') : [failure.at];
  return (named.length === 0 ? [ROOT] : named).map((pointer) => ({
    code: 'rejected-by-platform',
    severity: 'error',
    pointer,
    message: `${failure.host} rejected this job with status ${failure.status}${errorText(failure)}.`,
  }));
}

/** The fields that a message names in quotes, by a dotted path, or by a name that is no English word. */
function namedFields(message: string): Pointer[] {
  const found = new Set<Pointer>();
  for (const match of message.matchAll(/["'`]([\w.[\]]+)["'`]|\b([a-z]+[A-Z]\w*(?:\.\w+)*)\b/g)) {
    const name = match[1] ?? match[2] ?? '';
    const path = name
      .replaceAll(/\[(\d+)\]/g, '.$1')
      .split('.')
      .reduce<Pointer>(child, ROOT);
    const [only, ...others] = pathsOf(name);
    if (fieldAt(path) !== undefined) found.add(path);
    else if (only !== undefined && others.length === 0 && !only.includes('*')) found.add(only);
  }
  return [...found];
}
