import type { Merged } from '../../api/merge/merge-file.ts';
import type { Note } from '../../api/plan/plan.ts';
import { renderChange } from '../../api/plan/render-text.ts';
import { nameTarget } from '../../api/plan/target-text.ts';
import type { Colours } from '../environment.ts';
import { coloured } from './plan-text.ts';

type WholeMerge = Extract<Merged, { kind: 'merged' }>;

/** What a merge brought into a file, or would bring, and what it leaves for choice. */
export function mergeText(
  named: string,
  { target, taken, conflicts, notes }: WholeMerge,
  { lookOnly, colours }: { lookOnly: boolean; colours: Colours },
): string {
  const verb = lookOnly ? 'would be merged' : 'merged';
  const head = `${named}: ${verb} with what somebody else changed on ${nameTarget(target)}.`;
  const left = lookOnly ? 'would be left for choice' : 'left for choice';
  return coloured(
    [
      head,
      ...taken.map((change) => `  ${renderChange(change)}`),
      ...(conflicts.length === 0 ? [] : [`  ${left}:`]),
      ...conflicts.map(({ conflict, line }) => `    ${named}:${line}  ${conflict.label}`),
      ...notes.map(({ message }) => `  Note: ${message}`),
    ],
    colours,
  );
}

/** The same for a report that a program reads. */
export function mergeNotes({ taken, notes }: WholeMerge): Note[] {
  return [
    ...taken.map((change) => ({
      code: 'merged',
      pointer: change.pointer,
      message: `Taken from the server: ${renderChange(change).slice(2)}`,
    })),
    ...notes,
  ];
}
