import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mark, RulePage, WrongExample } from '../../cli/explain/rule-page.ts';
import { catalogue } from '../../server/rules/catalogue.ts';
import type { AboutRule } from '../../server/rules/rule.ts';
import type { Artefact } from './artefact.ts';

/** The examples of each rule that `pmjob explain` shows. */
export const rulePageData: Artefact = {
  path: 'cli/generated/rule-pages.json',
  async text() {
    return `${JSON.stringify(Object.fromEntries(await readRulePages()), undefined, 1)}\n`;
  },
};

/** The pages of all rules by code, in the order of their headings. */
export async function readRulePages(): Promise<Map<string, RulePage>> {
  const pages = new Map<string, RulePage>();
  for (const [heading, folders] of GROUPS) {
    const codes = (await Promise.all(folders.map(codesIn))).flat();
    for (const rule of catalogue) {
      const { code } = rule;
      if (codes.includes(code)) pages.set(code, { group: heading, ...(await examplesOf(rule)) });
    }
  }
  const missing = catalogue.filter(({ code }) => !pages.has(code));
  if (missing.length > 0) throw new Error(`no heading for ${missing.map(({ code }) => code).join(', ')}`);
  return pages;
}

/** Headings, and the folders of server/rules whose rules stand under them. */
const GROUPS: readonly (readonly [heading: string, folders: string[]])[] = [
  ['Text', ['text']],
  ['Shape', ['shape']],
  ['Create and update', ['lifecycle']],
  ['Schedule', ['schedule']],
  ['Platform, type and content', ['platform', 'content']],
  ['Targets', ['targets']],
  ['Chained jobs', ['chain']],
  ['Actions and scripts', ['actions']],
  ['Messages and notifications', ['messages']],
];

async function codesIn(folder: string): Promise<string[]> {
  const names = await readdir(join('server/rules', folder)).catch((): string[] => []);
  return names.map((name) => name.replace(/\.ts$/, ''));
}

async function examplesOf({ code, severity }: AboutRule): Promise<Omit<RulePage, 'group'>> {
  const folder = join('test/rules/examples', code);
  const names = (await readdir(folder).catch((): string[] => [])).sort();
  const examples = await Promise.all(
    names.map(async (name) => readExample(await readFile(join(folder, name), 'utf8'))),
  );
  const wrong = clearest(examples, (_, index) => names[index]?.startsWith('wrong-') === true);
  const right = clearest(examples, (_, index) => names[index]?.startsWith('right-') === true);
  const severities = examples.flatMap(({ marks }) => marks.filter((mark) => mark.code === code));
  return {
    also: [...new Set(severities.map((mark) => mark.severity))].filter((other) => other !== severity).sort(),
    ...(wrong !== undefined && { wrong: wrongExample(wrong, code) }),
    ...(right !== undefined && { right: right.text }),
  };
}

interface Example {
  text: string;
  marks: (Mark & { code: string; severity: string })[];
  fixes: { title: string; text: string }[];
}

/** With a fix rather than without, about one thing rather than several, about as long as a small job. */
function clearest(examples: Example[], isCandidate: (example: Example, index: number) => boolean): Example | undefined {
  const weight = ({ fixes, marks, text }: Example): number =>
    (fixes.length > 0 ? 0 : 100_000) + marks.length * 10_000 + Math.abs(text.length - 150);
  return examples.filter(isCandidate).sort((one, other) => weight(one) - weight(other))[0];
}

function wrongExample({ text, marks, fixes: [fixed] }: Example, code: string): WrongExample {
  const own = marks
    .filter((mark) => mark.code === code)
    .map(({ line, start, end, message }) => ({ line, start, end, message }));
  return { text, marks: own, ...(fixed !== undefined && { fixed }) };
}

/** A file of examples: a text with marks below its lines, then what each fix makes of it (see test/rules). */
function readExample(written: string): Example {
  const [marked = '', ...repaired] = written.split('\n---- ');
  const lines: string[] = [];
  const marks: Example['marks'] = [];
  for (const line of marked.split('\n')) {
    const mark = /^( *)(\^+)(?: …)? (\w+) ([a-z0-9-]+): (.*)$/.exec(line);
    const [, blanks = '', carets = '', severity = '', code = '', message = ''] = mark ?? [];
    const start = blanks.length;
    if (mark === null) lines.push(line);
    else marks.push({ line: lines.length - 1, start, end: start + carets.length, message, code, severity });
  }
  const fixes = repaired.map((part) => {
    const end = part.indexOf('\n');
    return { title: part.slice(0, end), text: part.slice(end + 1).trimEnd() };
  });
  return { text: lines.join('\n').trimEnd(), marks, fixes };
}
