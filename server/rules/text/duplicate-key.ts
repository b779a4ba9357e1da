import { ANY_BLANK } from '../../document/blanks.ts';
import type { JobDocument } from '../../document/document.ts';
import { lastWhere } from '../../document/outline.ts';
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
      return [{ start, end, message, problem, related: [{ ...first, message: 'The first one is here.' }] }];
    }),
  fixText: ({ start, problem }, document) => {
    const first = problem?.kind === 'duplicate-key' ? problem.first.start : start;
    const fix = withoutEarlier(document, first, start);
    return fix === undefined ? [] : [fix];
  },
};
export default duplicateKey;

/** More of one key than these nobody wrote: the repair of a nearer one comes first. */
const MOST_REMOVED = 100;

/** What goes is safe to lose only where all say the same. */
function withoutEarlier({ tree, text }: JobDocument, firstKey: number, keptKey: number): TextFix | undefined {
  const entries = (tree && entriesAround(tree, keptKey)) ?? [];
  const last = indexAt(entries, keptKey);
  const kept = entries[last];
  if (kept === undefined || kept.value.kind === 'unread') return undefined;
  const written = ({ value }: EntryNode): string => text.slice(value.start, value.end);
  const earlier: EntryNode[] = [];
  const edits: TextFix['edits'] = [];
  for (let index = indexAt(entries, firstKey); index < last; index++) {
    const entry = entries[index];
    const next = entries[index + 1];
    if (entry === undefined || next === undefined || entry.key.text !== kept.key.text) continue;
    if (earlier.length === MOST_REMOVED || !isAllThatGoes(entry, next.key.start, text)) return undefined;
    earlier.push(entry);
    edits.push({ start: entry.key.start, end: next.key.start, newText: '' });
  }
  return {
    title: edits.length === 1 ? 'Remove the earlier one' : 'Remove the earlier ones',
    safe: earlier.every((entry) => written(entry) === written(kept)),
    edits,
  };
}

const BLANKS_AND_COMMAS = new RegExp(`^[${ANY_BLANK},]*$`);

/** In broken text a comment, or something that nobody can read, may follow an entry: it is not the entry's to take along. */
function isAllThatGoes({ value }: EntryNode, end: number, text: string): boolean {
  return BLANKS_AND_COMMAS.test(text.slice(value.end, end));
}

/** The entries of the object in which a key starts. */
function entriesAround(node: TreeNode, at: number): EntryNode[] | undefined {
  if (node.kind === 'array') {
    const item = lastWhere(node.items, ({ start }) => start <= at);
    return item && entriesAround(item, at);
  }
  if (node.kind !== 'object') return undefined;
  const entry = node.entries[indexAt(node.entries, at)];
  return entry === undefined || entry.key.start === at ? node.entries : entriesAround(entry.value, at);
}

/** The index of the last entry that starts at an offset or before it; 0 where there is none. */
function indexAt(entries: readonly EntryNode[], offset: number): number {
  let low = 0;
  let high = entries.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.key.start ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
