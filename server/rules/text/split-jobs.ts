import type { JobDocument } from '../../document/document.ts';
import type { Replacement } from '../../document/edit.ts';
import { type Layout, layoutOf } from '../../document/layout.ts';
import type { TreeNode } from '../../document/tree.ts';
import type { TextFix } from '../rule.ts';

/**
 * Gives each job of a list a file of its own: this file keeps the first, each as it is written, moved to the left margin.
 * Undefined where the text is no list of objects alone.
 */
export function splitJobs({ tree, text, valid }: JobDocument): TextFix | undefined {
  if (!valid || tree?.kind !== 'array' || tree.items.some(({ kind }) => kind !== 'object')) return undefined;
  const [first, ...others] = tree.items;
  if (first === undefined) return undefined;
  const layout = layoutOf(text);
  const edits = [
    { start: tree.start, end: first.start, newText: '' },
    ...outdents(text, first, layout),
    { start: first.end, end: tree.end, newText: '' },
  ];
  if (others.length === 0) return { title: 'Take the job out of the list', safe: true, edits };
  const end = text.slice(tree.end);
  const newFiles = others.map((job) => outdented(text, job, layout) + end);
  return { title: `Split into ${others.length + 1} files; this one keeps the first job`, safe: false, edits, newFiles };
}

function outdented(text: string, job: TreeNode, layout: Layout): string {
  let written = '';
  let at = job.start;
  for (const { start, end } of outdents(text, job, layout)) {
    written += text.slice(at, start);
    at = end;
  }
  return written + text.slice(at, job.end);
}

/** Takes the indent of a job's first line from each of its other lines. */
function outdents(text: string, { start, end }: TreeNode, layout: Layout): Replacement[] {
  const indent = layout.indentAt(start);
  if (indent === '') return [];
  const lineStarts = text.slice(start, end).matchAll(/\r\n|\r|\n/g);
  return [...lineStarts].flatMap(({ 0: lineBreak, index }): Replacement[] => {
    const lineStart = start + index + lineBreak.length;
    if (!text.startsWith(indent, lineStart)) return [];
    return [{ start: lineStart, end: lineStart + indent.length, newText: '' }];
  });
}
