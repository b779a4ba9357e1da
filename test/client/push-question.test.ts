import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../api/plan/plan.ts';
import { pushQuestion } from '../../client/push/push-question.ts';

const folder = join(import.meta.dirname, 'fixtures', 'push-question');

/** Each `*.plan.json` is a plan; the `.txt` beside it is the dialog, from its message to its buttons. */
describe('the question before a push', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.plan.json')))
    it(file.replace('.plan.json', '').replaceAll('-', ' '), async () => {
      const { plan, unsaved }: { plan: Plan; unsaved: boolean } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const question = pushQuestion(plan, { unsaved }, { t: english });
      const buttons = question.buttons.map((button) => `[ ${button.label} ]`).join(' ');
      const text = `${question.message}\n\n${question.detail}\n\n${buttons}\n`;
      await expect(text).toMatchFileSnapshot(join(folder, file.replace('.plan.json', '.txt')));
    });
});

function english(message: string, ...values: (string | number | boolean)[]): string {
  return message.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)]));
}
