import { catalogue } from '../../server/rules/catalogue.ts';
import type { AboutRule } from '../../server/rules/rule.ts';
import rulePages from '../generated/rule-pages.json';
import type { RulePage } from './rule-page.ts';

/** A rule with its page. */
export interface ExplainedRule {
  rule: AboutRule;
  page: RulePage;
}

/** All rules, in the order of their pages' headings. */
export function explainedRules(): ExplainedRule[] {
  const pages: Record<string, RulePage> = rulePages;
  return Object.entries(pages).flatMap(([code, page]) => {
    const rule = catalogue.find((known) => known.code === code);
    return rule === undefined ? [] : [{ rule, page }];
  });
}
