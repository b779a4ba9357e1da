import type { Plan } from '../../api/plan/plan.ts';
import { renderPlan } from '../../api/plan/render-text.ts';
import type { Colours } from '../environment.ts';
import { printable } from '../printable.ts';
import type { NamedJobFile } from '../push/job-file.ts';

/** A plan for a person, its file as they named it: what is added green, removed red, changed yellow. */
export function planText(plan: Plan, { named }: NamedJobFile, colours: Colours): string {
  return renderPlan({ ...plan, file: { ...plan.file, path: named } })
    .map((line) => colourOf(line, colours)(printable(line).replaceAll('\n', ' ')))
    .join('\n');
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
