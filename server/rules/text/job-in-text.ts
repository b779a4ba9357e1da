import { rootField } from '../../../schemas/fields.ts';
import { readTolerantly } from '../../document/read-tolerantly.ts';
import type { Span } from '../../document/span.ts';

/**
 * The job in a text that is something else as well: a command of curl, a page with words around the body. It is the first
 * object that has keys of a job and ends; undefined where there is none.
 */
export function jobInText(text: string): Span | undefined {
  let start = text.indexOf('{');
  for (let tried = 0; start !== -1 && tried < MOST_TRIED; tried++) {
    const { root } = readTolerantly(text, start);
    const isJob = root?.kind === 'object' && root.entries.some(({ key }) => JOB_KEYS.has(key.text));
    if (isJob && text[root.end - 1] === '}') return { start, end: root.end };
    start = text.indexOf('{', start + 1);
  }
  return undefined;
}

/** Brackets before the job are few: those of an address, or of a script. */
const MOST_TRIED = 10;

const JOB_KEYS: ReadonlySet<string> = new Set(rootField.requiredKeys);
