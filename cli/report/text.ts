import type { Severity } from '../../schemas/finding.ts';
import type { Colours, Output } from '../environment.ts';
import { printable, printablePath } from '../printable.ts';
import { concealedLines } from './concealed-lines.ts';
import { excerpt } from './excerpt.ts';
import type { JudgedFile } from './report.ts';
import { summary } from './summary.ts';

/** A line for each problem, `path:line:column  severity  code  message`, counted from one; the place below it; a summary. */
export function textReport(files: readonly JudgedFile[], output: Output): string {
  const blocks = files.filter((file) => file.diagnostics.length > 0).map((file) => describeFile(file, output));
  return [...blocks, summary(files, output.colours)].join('\n\n');
}

function describeFile({ path, text, diagnostics }: JudgedFile, output: Output): string {
  const lines = text.split(/\r\n|\r|\n/);
  const rows = diagnostics.map((diagnostic) => {
    const { line, character } = diagnostic.range.start;
    return { diagnostic, place: `${printablePath(path)}:${line + 1}:${character + 1}` };
  });
  const placeWidth = Math.max(...rows.map((row) => row.place.length));
  const severityWidth = Math.max(...rows.map((row) => row.diagnostic.severity.length));
  const codeWidth = Math.max(...rows.map((row) => row.diagnostic.code.length));
  const { colours, columns } = output;
  const isConcealed = concealedLines(lines);
  return rows
    .map(({ diagnostic, place }) => {
      const { severity, code, message } = diagnostic;
      const colour = severityColour(severity, colours);
      const head = [
        colours.bold(place.padEnd(placeWidth)),
        colour(severity.padEnd(severityWidth)),
        colours.dim(code.padEnd(codeWidth)),
        printable(message).replaceAll('\n', ' '),
      ].join('  ');
      return [head, ...excerpt(lines, diagnostic, { columns, isConcealed, colour, faint: colours.dim })].join('\n');
    })
    .join('\n');
}

export function severityColour(severity: Severity, colours: Colours): (text: string) => string {
  switch (severity) {
    case 'error':
      return colours.red;
    case 'warning':
      return colours.yellow;
    case 'information':
      return colours.cyan;
    case 'hint':
      return colours.dim;
  }
}
