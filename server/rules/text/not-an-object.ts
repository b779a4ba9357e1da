import { isObject } from '../../../schemas/json.ts';
import { shown } from '../../words.ts';
import type { TextRule } from '../rule.ts';
import { splitJobs } from './split-jobs.ts';

const notAnObject: TextRule = {
  code: 'not-an-object',
  severity: 'error',
  title: 'The file does not hold an object',
  why: 'The body of a job is one JSON object; the platform creates and updates one job at a time.',
  source: 'release notes',
  checkText: (document) => {
    const message = describeRoot(document.value);
    const tree = message === undefined ? undefined : document.tree;
    if (message === undefined || tree === undefined) return [];
    const isList = tree.kind === 'array';
    return [{ start: tree.start, end: isList ? tree.start + 1 : tree.end, message }];
  },
  fixText(_, document) {
    const split = splitJobs(document);
    return split === undefined ? [] : [split];
  },
};
export default notAnObject;

/** What is wrong with a root that is no object; undefined where it is one, or where nothing could be read. */
export function describeRoot(value: unknown): string | undefined {
  if (value === undefined || isObject(value)) return undefined;
  if (!Array.isArray(value)) return `A job file holds a JSON object, here is ${shown(value)}.`;
  if (value.length > 0 && value.every(isObject)) {
    return 'One file holds one job: here is a list of jobs. Give each job a file of its own.';
  }
  return 'A job file holds a JSON object, here is a list.';
}
