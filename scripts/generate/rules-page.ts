import { markedLines, type RulePage, severityInWords, signsIn } from '../../cli/explain/rule-page.ts';
import type { Facts } from '../../server/facts.ts';
import { rules } from '../../server/rules/all.ts';
import { ruleByCode } from '../../server/rules/catalogue.ts';
import type { AboutRule } from '../../server/rules/rule.ts';
import type { Artefact } from './artefact.ts';
import { readRulePages } from './rule-pages.ts';
import { RULES_PAGE_INTRODUCTION } from './rules-page-introduction.ts';

/** What the code of a diagnostic leads to. */
export const rulesPage: Artefact = {
  path: 'docs/rules.md',
  async text() {
    const pages = await readRulePages();
    const codes = [...pages.keys()];
    const groups = [...new Set([...pages.values()].map(({ group }) => group))];
    const codesOf = (group: string): string[] => codes.filter((code) => pages.get(code)?.group === group);
    const parts = [
      RULES_PAGE_INTRODUCTION,
      ...groups.map((group) => tableOf(group, codesOf(group), pages)),
      ...groups.flatMap((group) => [`## ${group}`, ...codesOf(group).map((code) => section(code, pages))]),
    ];
    return `${parts.join('\n\n')}\n`;
  },
};

function tableOf(group: string, codes: readonly string[], pages: Pages): string {
  const rows = codes
    .flatMap((code) => aboutOf(code, pages))
    .map(
      ({ rule: { code, severity, title }, page }) =>
        `| [${code}](#${code}) | ${severityInWords(severity, page)} | ${prose(title)} |`,
    );
  return [`**${group}**`, '', '| code | severity | when |', '|---|---|---|', ...rows].join('\n');
}

type Pages = ReadonlyMap<string, RulePage>;

function section(code: string, pages: Pages): string {
  return aboutOf(code, pages)
    .flatMap(({ rule, page }) => [describe(rule, page), ...examples(page)])
    .join('\n\n');
}

function describe({ code, severity, title, why, source, since }: AboutRule, page: RulePage): string {
  const facts = [
    `**${severityInWords(severity, page)}**`,
    `source: ${source}`,
    ...(since === undefined ? [] : [`since ${since}`]),
  ];
  const needs = needsOf(code);
  return [
    `### ${code}`,
    `${prose(title)}. (${facts.join(', ')})`,
    prose(why),
    ...(needs === undefined ? [] : [`Silent where it does not know ${needs}.`]),
  ].join('\n\n');
}

function examples({ wrong, right }: RulePage): string[] {
  if (wrong === undefined) return ['An example would be too large to read.'];
  const signs = signsIn(wrong.text, right ?? '');
  return [
    'Wrong:',
    block(markedLines(wrong.text, wrong.marks).join('\n')),
    wrong.marks.map(({ message }) => `> ${prose(message)}`).join('\n>\n'),
    ...(wrong.fixed === undefined ? [] : [`Quick fix *${prose(wrong.fixed.title)}*:`, block(wrong.fixed.text)]),
    ...(right === undefined ? [] : ['Right:', block(right)]),
    ...(signs === undefined ? [] : [signs]),
  ];
}

function aboutOf(code: string, pages: Pages): { rule: AboutRule; page: RulePage }[] {
  const rule = ruleByCode(code);
  const page = pages.get(code);
  return rule === undefined || page === undefined ? [] : [{ rule, page }];
}

function needsOf(code: string): string | undefined {
  const needs = rules.find((rule) => rule.code === code)?.needs ?? [];
  return needs.length === 0 ? undefined : needs.map((need) => FACTS[need]).join(' and ');
}

const FACTS: Record<keyof Facts, string> = {
  now: 'the date',
  readerZone: 'the time zone of its reader',
  zones: 'the time zones',
  jobId: 'which job the file is linked to',
  workspace: 'the other job files of the workspace',
  server: 'what the platform has',
};

/** Text for people, so that nothing in it is taken for markup. */
function prose(text: string): string {
  return text.replace(/[\\`*_<>|[\]~]/g, (mark) => `\\${mark}`);
}

function block(text: string): string {
  return ['```text', text, '```'].join('\n');
}
