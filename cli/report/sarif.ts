import { version } from '../../package.json';
import type { Severity } from '../../schemas/finding.ts';
import { ROOT } from '../../schemas/pointer.ts';
import { type ExplainedRule, explainedRules } from '../explain/explained-rule.ts';
import { markedLines } from '../explain/rule-page.ts';
import type { JudgedFile } from './report.ts';

/**
 * SARIF 2.1.0, for code scanning: every rule with its help, every finding with its place. Lines and columns count from one, the
 * columns in UTF-16 units; the place in the job is a logical location, a JSON pointer.
 */
export function sarifReport(files: readonly JudgedFile[]): string {
  const rules = explainedRules();
  const indices = new Map(rules.map(({ rule }, index) => [rule.code, index]));
  return JSON.stringify({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'pmjob', semanticVersion: version, rules: rules.map(descriptorOf) } },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ path }) => ({ location: { uri: uriOf(path) }, mimeType: 'application/json' })),
        results: files.flatMap((file, index) => resultsOf(file, index, indices)),
      },
    ],
  });
}

function descriptorOf({ rule, page }: ExplainedRule) {
  const { code, severity, title, why, source, since } = rule;
  return {
    id: code,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: helpOf({ rule, page }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [page.group], source, ...(since !== undefined && { since }) },
  };
}

function helpOf({ rule: { title, why }, page: { wrong, right } }: ExplainedRule) {
  const parts = [`${title}. ${why}`];
  const marked = [...parts];
  const add = (heading: string, example: string): void => {
    parts.push(`${heading}:\n${example}`);
    marked.push(`${heading}:\n\`\`\`text\n${example}\n\`\`\``);
  };
  if (wrong !== undefined) add('Wrong', markedLines(wrong.text, wrong.marks).join('\n'));
  const better = wrong?.fixed?.text ?? right;
  if (better !== undefined) add('Right', better);
  return { text: parts.join('\n\n'), markdown: marked.join('\n\n') };
}

function resultsOf({ path, diagnostics }: JudgedFile, artifact: number, indices: ReadonlyMap<string, number>) {
  return diagnostics.map(({ code, severity, message, pointer, range, related }) => ({
    ruleId: code,
    ...(indices.has(code) && { ruleIndex: indices.get(code) }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: physicalLocation(path, range, artifact),
        ...(pointer !== ROOT && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
      },
    ],
    ...(related !== undefined && {
      relatedLocations: related.map((place, id) => ({
        id,
        message: { text: place.message },
        physicalLocation: physicalLocation(place.file ?? path, place.range),
      })),
    }),
  }));
}

function physicalLocation(path: string, { start, end }: JudgedFile['diagnostics'][number]['range'], index?: number) {
  return {
    artifactLocation: { uri: uriOf(path), ...(index !== undefined && { index }) },
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** A relative address, from the folder in which the command ran; absolute where the file was named so. */
function uriOf(path: string): string {
  if (path.startsWith('file:')) return path;
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(path)) return `file:///${escaped.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${escaped}` : escaped;
}
