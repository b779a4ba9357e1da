import type { Output } from '../environment.ts';
import { severityColour } from '../report/text.ts';
import type { ExplainedRule } from './explained-rule.ts';
import { markedLines, severityInWords, signsIn } from './rule-page.ts';

/** A line for each rule, below its heading. */
export function listText(rules: readonly ExplainedRule[], { colours }: Output): string {
  const codeWidth = Math.max(...rules.map(({ rule }) => rule.code.length));
  const severityWidth = Math.max(...rules.map(({ rule }) => rule.severity.length));
  const groups = [...new Set(rules.map(({ page }) => page.group))];
  const blocks = groups.map((group) =>
    [
      colours.bold(group),
      ...rules
        .filter(({ page }) => page.group === group)
        .map(({ rule: { code, severity, title } }) => {
          const coloured = severityColour(severity, colours)(severity.padEnd(severityWidth));
          return `  ${code.padEnd(codeWidth)}  ${coloured}  ${title}`;
        }),
    ].join('\n'),
  );
  return [...blocks, 'pmjob explain CODE shows an example of each.'].join('\n\n');
}

/** A rule's page: what, why, a wrong example with what is said of it, the fix, a right one. */
export function pageText({ rule, page }: ExplainedRule, { colours }: Output): string {
  const { code, severity, title, why, source, since } = rule;
  const { wrong, right } = page;
  const head = `${colours.bold(code)}  ${severityColour(severity, colours)(severityInWords(severity, page))}`;
  const origin = `Source: ${source}${since === undefined ? '' : `, since ${since}`}`;
  const parts = [`${head}\n${title}.`, `${why}\n${colours.dim(origin)}`];
  if (wrong !== undefined) {
    parts.push(`Wrong:\n${indented(markedLines(wrong.text, wrong.marks))}`);
    parts.push(wrong.marks.map(({ message }) => message).join('\n'));
    if (wrong.fixed !== undefined)
      parts.push(`Quick fix "${wrong.fixed.title}":\n${indented(wrong.fixed.text.split('\n'))}`);
  }
  if (right !== undefined) parts.push(`Right:\n${indented(right.split('\n'))}`);
  const signs = signsIn(wrong?.text ?? '', right ?? '');
  return [...parts, ...(signs === undefined ? [] : [signs])].join('\n\n');
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
