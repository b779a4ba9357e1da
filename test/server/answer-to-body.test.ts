import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDocument } from '../../server/document/document.ts';
import { judgeDocument } from '../../server/rules/run.ts';
import { applyEdits } from '../rules/marked-text.ts';

const folder = join(import.meta.dirname, '../samples');

describe.each(['create-linux-rollback', 'create-windows-chained', 'update-linux-rollback', 'update-windows-chained'])(
  'the answer of %s',
  (sample) => {
    const answer = readFileSync(join(folder, `${sample}.response.json`), 'utf8');
    const request = JSON.parse(readFileSync(join(folder, `${sample}.request.json`), 'utf8'));

    test('becomes a body that creates the job again, its scripts marked as missing', () => {
      const body = repaired(answer, 'Make it a create body');
      expect(codesOf(body)).toEqual(['script-is-server-path', 'script-is-server-path']);
      const value = JSON.parse(body);
      expect(Object.keys(value)).not.toContain('id');
      expect(value).toMatchObject({ name: request.name, platform: request.platform, scheduleType: 'On-demand' });
      expectChain(value, request);
    });

    test('becomes a body that updates the job, with nothing left to say about it', () => {
      const body = repaired(answer, 'Make it an update body');
      expect(codesOf(body)).toEqual([]);
      const value = JSON.parse(body);
      expect(value.id).toBe(JSON.parse(answer).id);
      expect(value.postDeployActions[0].actionId).toBe(JSON.parse(answer).postDeployActions[0].actionId);
      expectChain(value, request);
    });
  },
);

test('the copy of a job that runs on demand waits: to be sent would start it on its machines once more', () => {
  const answer = readFileSync(join(folder, 'create-windows-chained.response.json'), 'utf8');
  const enabled = answer.replace(/"status": "\w+"/, '"status": "Enabled"');
  expect(JSON.parse(repaired(enabled, 'Make it a create body')).status).toBe('Disabled');
  expect(JSON.parse(repaired(enabled, 'Make it an update body')).status).toBe('Enabled');
});

function judge(text: string): ReturnType<typeof judgeDocument> {
  return judgeDocument(openDocument('file:///job.pmjob.json', 1, text), { now: Date.UTC(2026, 10, 24) });
}

function codesOf(text: string): string[] {
  return judge(text)
    .filter(({ severity }) => severity !== 'hint')
    .map(({ code }) => code);
}

function repaired(text: string, title: string): string {
  const fixes = judge(text)
    .filter(({ code }) => code === 'copied-response')
    .flatMap((found) => found.fixes())
    .filter((fix) => fix.title === title);
  expect(fixes).toHaveLength(1);
  return applyEdits(text, fixes[0]?.edits ?? []);
}

/** The chain as the request had it; answers give its threshold as a number. */
function expectChain(body: { chainedJobRule?: unknown }, request: { chainedJobRule?: { threshold: string }[] }): void {
  const chain = request.chainedJobRule?.map((rule) => ({ ...rule, threshold: Number(rule.threshold) }));
  expect(body.chainedJobRule).toEqual(chain);
}
