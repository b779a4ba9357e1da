import { ANY_BLANK } from '../../document/blanks.ts';
import type { JobDocument } from '../../document/document.ts';
import type { EntryNode, TreeNode } from '../../document/tree.ts';
import { clipped } from '../../words.ts';
import type { TextFix, TextRule } from '../rule.ts';

const duplicateKey: TextRule = {
  code: 'duplicate-key',
  severity: 'error',
  title: 'A key stands twice in one object',
  why: 'Which of the two the platform takes is not defined; most readers silently drop the first.',
  source: 'RFC 8259',
  checkText: (document) =>
    document.problems.flatMap((problem) => {
      if (problem.kind !== 'duplicate-key') return [];
      const { start, end, key, first } = problem;
      const message = `"${clipped(key, 60)}" stands twice in this object; only one of them can count.`;
      return [{ start, end, message, related: [{ ...first, message: 'The first one is here.' }] }];
    }),
  fixText: ({ start }, document) => {
    const fix = withoutEarlier(document, start);
    return fix === undefined ? [] : [fix];
  },
};
export default duplicateKey;

/** What goes is safe to lose only where all say the same. */
function withoutEarlier({ tree, text }: JobDocument, keptKey: number): TextFix | undefined {
  const entries = (tree && entriesAround(tree, keptKey)) ?? [];
  const last = entries.findIndex(({ key }) => key.start === keptKey);
  const kept = entries[last];
  if (kept === undefined || kept.value.kind === 'unread') return undefined;
  const written = ({ value }: EntryNode): string => text.slice(value.start, value.end);
  const earlier = entries.slice(0, last).filter(({ key }) => key.text === kept.key.text);
  const edits = earlier.flatMap((entry) => {
    const next = entries[entries.indexOf(entry) + 1];
    return next === undefined ? [] : [{ start: entry.key.start, end: next.key.start, newText: '' }];
  });
  if (!earlier.every((entry, index) => isAllThatGoes(entry, edits[index]?.end, text))) return undefined;
  return {
    title: edits.length === 1 ? 'Remove the earlier one' : 'Remove the earlier ones',
    safe: earlier.every((entry) => written(entry) === written(kept)),
    edits,
  };
}

/** In broken text a comment, or something that nobody can read, may follow an entry: it is not the entry's to take along. */
function isAllThatGoes({ value }: EntryNode, end: number | undefined, text: string): boolean {
  return new RegExp(`^[${ANY_BLANK},]*$`).test(text.slice(value.end, end));
}

/** The entries of the object in which a key starts. */
function entriesAround(node: TreeNode, at: number): EntryNode[] | undefined {
  if (node.kind === 'array') {
    const item = node.items.find(({ start, end }) => start <= at && at < end);
    return item && entriesAround(item, at);
  }
  if (node.kind !== 'object') return undefined;
  if (node.entries.some(({ key }) => key.start === at)) return node.entries;
  const entry = node.entries.find(({ value }) => value.start <= at && at < value.end);
  return entry && entriesAround(entry.value, at);
}
