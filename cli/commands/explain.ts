import { type Command, Option } from 'commander';
import { nearestRule } from '../../server/rules/catalogue.ts';
import type { Environment } from '../environment.ts';
import { listJson, pageJson } from '../explain/explain-json.ts';
import { listText, pageText } from '../explain/explain-text.ts';
import { explainedRules } from '../explain/explained-rule.ts';
import { UsageError } from '../usage-error.ts';

type ExplainFormat = 'text' | 'json';

export function addExplain(program: Command, { result }: Environment): void {
  program
    .command('explain')
    .summary('say what a rule is about')
    .description('Says what a rule is about, why, and how a file breaks and keeps it. Without a code: all rules.')
    .argument('[code]', 'the code of a rule, as it stands beside a message')
    .addOption(new Option('--format <format>', 'how the result is written').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
Examples:
  pmjob explain
  pmjob explain chain-threshold

What the rules say is set for a folder in .pmjob/config.json:
  {"rules": {"too-many-actions": "off"}, "allowedFields": ["newField"]}`,
    )
    .action((code: string | undefined, { format }: { format: ExplainFormat }) => {
      const rules = explainedRules();
      if (code === undefined) {
        result.print(format === 'json' ? listJson(rules) : listText(rules, result));
        return;
      }
      const explained = rules.find(({ rule }) => rule.code === code);
      if (explained === undefined) throw new UsageError(unknownRule(code));
      result.print(format === 'json' ? pageJson(explained) : pageText(explained, result));
    });
}

function unknownRule(code: string): string {
  const near = nearestRule(code);
  const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
  return `There is no rule "${code}".${meant} "pmjob explain" lists them all.`;
}
