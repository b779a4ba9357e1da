import type { ExplainedRule } from './explained-rule.ts';

/** What every rule says of itself: `[{"code","severity","title","why","source","since"?,"group"}]`. */
export function listJson(rules: readonly ExplainedRule[]): string {
  return JSON.stringify(rules.map(aboutOf));
}

/**
 * The same of one rule, with `wrong` (`text`, `findings` with zero-based lines and characters, `fixed` when a quick fix makes
 * it right) and `right`, a text.
 */
export function pageJson(explained: ExplainedRule): string {
  const { wrong, right } = explained.page;
  return JSON.stringify({
    ...aboutOf(explained),
    ...(wrong !== undefined && {
      wrong: {
        text: wrong.text,
        findings: wrong.marks.map(({ line, start, end, message }) => ({
          message,
          range: { start: { line, character: start }, end: { line, character: end } },
        })),
        ...(wrong.fixed !== undefined && { fixed: wrong.fixed }),
      },
    }),
    ...(right !== undefined && { right }),
  });
}

function aboutOf({ rule: { code, severity, title, why, source, since }, page: { group } }: ExplainedRule) {
  return { code, severity, title, why, source, ...(since !== undefined && { since }), group };
}
