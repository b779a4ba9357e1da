import type { Colours } from '../environment.ts';
import { printable } from '../printable.ts';

/** A rendered plan in one text: what is added green, removed red, changed yellow. */
export function colourPlan(lines: readonly string[], colours: Colours): string {
  return lines.map((line) => colourOf(line, colours)(printable(line))).join('\n');
}

function colourOf(line: string, colours: Colours): (text: string) => string {
  switch (line.trimStart().slice(0, 2)) {
    case '+ ':
      return colours.green;
    case '- ':
      return colours.red;
    case '~ ':
      return colours.yellow;
    default:
      return (text) => text;
  }
}
