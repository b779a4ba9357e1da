import type { Plan } from '../../api/plan/plan.ts';
import { renderPlan } from '../../api/plan/render-text.ts';
import { renderSeveral } from '../../api/several/render-text.ts';
import type { SeveralPlan } from '../../api/several/several.ts';
import type { Colours } from '../environment.ts';
import { printable } from '../printable.ts';
import type { NamedJobFile } from '../push/job-file.ts';

/** A plan for a person, its file as they named it: what is added green, removed red, changed yellow. */
export function planText(plan: Plan, { named }: NamedJobFile, colours: Colours): string {
  return coloured(renderPlan({ ...plan, file: { ...plan.file, path: named } }), colours);
}

/** The same for several files that are pushed together. */
export function severalText(plan: SeveralPlan, colours: Colours): string {
  return coloured(renderSeveral(plan), colours);
}

/** Lines of a plan: what is added green, removed red, changed yellow. */
export function coloured(lines: readonly string[], colours: Colours): string {
  return lines.map((line) => colourOf(line, colours)(printable(line).replaceAll('\n', ' '))).join('\n');
}

function colourOf(line: string, colours: Colours): (text: string) => string {
  switch (line.trimStart().slice(0, 2)) {
    case '+ ':
      return colours.green;
    case '- ':
      return colours.red;
    case '~ ':
      return colours.yellow;
    case '! ':
      return colours.bold;
    default:
      return (text) => text;
  }
}
