import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderPlan } from '../../api/plan/render-text.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import { reportOutcome } from '../../api/push/report.ts';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import { sample } from '../sandbox/support.ts';
import { deskFor } from './support.ts';

const folder = new URL('fixtures/plans/', import.meta.url);
const START = sample('create-windows-chained.request');

/**
 * Each `<name>.json` is laid over the Windows sample, after that was pushed; `<name>.txt` is what a person then reads.
 * What differs from run to run is written as `<id>`, `<customer>` and `<host>`.
 */
test.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('%s', async (name) => {
  const desk = await deskFor();
  const { id } = await desk.push(START);
  const file: JsonObject = { ...START, ...read(new URL(name, folder)) };
  const prepared = await desk.prepare(file, name.startsWith('create') ? { path: 'other.pmjob.json' } : {});
  const lines =
    prepared.kind === 'plan'
      ? renderPlan(prepared.plan)
      : [describeOutcome(prepared.outcome), `outcome: ${reportOutcome(prepared.outcome).outcome}`];
  const text = lines
    .join('\n')
    .replaceAll(id ?? '', '<id>')
    .replaceAll('bc023fd7-4290-f28f-8181-95a46f519f52', '<customer>')
    .replaceAll(/127\.0\.0\.1:\d+/g, '<host>');
  await expect(`${text}\n`).toMatchFileSnapshot(new URL(name.replace('.json', '.txt'), folder).pathname);
});

function read(url: URL): JsonObject {
  const value: unknown = JSON.parse(readFileSync(url, 'utf8'));
  return isObject(value) ? value : {};
}
