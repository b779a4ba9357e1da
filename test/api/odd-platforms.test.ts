import { expect, test } from 'vitest';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import { isObject, type Json } from '../../schemas/json.ts';
import { sample, sandboxFor } from '../sandbox/support.ts';
import { outcomeOf } from './support.ts';
import { deskBehind, eachJob, type Passing } from './twisted.ts';

const BODY = sample('create-linux-rollback.request');
const CREATE = { method: 'POST', path: '/pm/v1/deploymentjob' };
const UPDATE = { method: 'PATCH', path: '/pm/v1/deploymentjob/update/*' };

function isList({ path }: Passing): boolean {
  return path.startsWith('/pm/v1/deploymentjobs/summary');
}

function isJob({ method, path }: Passing): boolean {
  return method === 'GET' && path.startsWith('/pm/v1/deploymentjob/');
}

/** Gives pages of two jobs, whatever it is asked for. */
function shortPages(passing: Passing): void {
  if (!isList(passing)) return;
  const all: Json = JSON.parse(passing.body);
  const page = Number(/pageNumber=(\d+)/.exec(passing.path)?.[1]);
  if (Array.isArray(all)) passing.body = JSON.stringify(page > 0 ? [] : all);
}

test('a platform that gives shorter pages than it is asked for hides no job of that name', async () => {
  const sandbox = await sandboxFor();
  await sandbox.create(BODY);
  for (let index = 0; index < 5; index++) await sandbox.create({ ...BODY, name: `Job ${index}` });
  const jobs = await sandbox.list('?pageSize=100&platform=Linux');
  const desk = await deskBehind(
    (passing) => {
      if (!isList(passing) || !passing.path.includes('Linux')) return;
      const page = Number(/pageNumber=(\d+)/.exec(passing.path)?.[1]);
      passing.body = JSON.stringify(jobs.slice(page * 2, page * 2 + 2));
    },
    { sandbox },
  );
  expect(outcomeOf(await desk.prepare(BODY))).toMatchObject({ kind: 'conflict', conflicts: [{ kind: 'same-name' }] });
});
