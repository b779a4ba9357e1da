import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../schemas/json.ts';
import { CUSTOMER_ID, objects, onlyAction, PARENT_ID, sample, sandboxFor } from './support.ts';

/** What may differ from the release notes: ids that the server gives, dates of what it does, and people's names. */
const OWN = ['id', 'actionId', 'startDateTime', 'date'];
const NAME_OF_USER = 'the name of a user';

function comparable(value: Json, parent = ''): Json {
  if (Array.isArray(value)) return value.map((entry) => comparable(entry, parent));
  if (typeof value === 'string') return value.replaceAll(/\/[0-9a-f-]{36}\/Script$/g, '/an action/Script');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]): [string, Json] => {
      if (parent === 'user') return [name, NAME_OF_USER];
      return [name, OWN.includes(name) && entry !== null ? typeof entry : comparable(entry, name)];
    }),
  );
}

/** The update sample, with the ids that this sandbox gave instead of those of the release notes. */
function fitted(request: JsonObject, created: JsonObject): JsonObject {
  const withId = (list: 'preDeployActions' | 'postDeployActions') => [
    { ...onlyAction(request, list), actionId: onlyAction(created, list).actionId ?? null },
  ];
  return {
    ...request,
    id: created.id ?? null,
    preDeployActions: withId('preDeployActions'),
    postDeployActions: withId('postDeployActions'),
  };
}

describe.each(['linux-rollback', 'windows-chained'])('the %s samples', (name) => {
  test('a create answers 201 with the sample answer', async () => {
    const sandbox = await sandboxFor();
    const answer = await sandbox.send('POST', '/pm/v1/deploymentjob', sample(`create-${name}.request`));
    expect(answer.status).toBe(201);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(comparable(answer.job)).toEqual(comparable(sample(`create-${name}.response`)));
  });

  test('an update answers 200 with the sample answer, and keeps ids and who created it', async () => {
    const sandbox = await sandboxFor();
    const created = await sandbox.create(sample(`create-${name}.request`));
    const answer = await sandbox.update(created.id, fitted(sample(`update-${name}.request`), created));
    expect(answer.status).toBe(200);
    expect(comparable(answer.job)).toEqual(comparable(sample(`update-${name}.response`)));
    expect(answer.job.id).toBe(created.id);
    expect(answer.job.createdBy).toEqual(created.createdBy);
    expect(answer.job.postDeployActions).toEqual(created.postDeployActions);
  });

  test('answers have the 72 fields in the order of the release notes', async () => {
    const sandbox = await sandboxFor();
    const created = await sandbox.create(sample(`create-${name}.request`));
    expect(Object.keys(created)).toHaveLength(72);
    expect(Object.keys(created)).toEqual(Object.keys(sample(`update-${name}.response`)));
    expect(Object.keys(onlyAction(created, 'postDeployActions'))).toEqual(
      Object.keys(onlyAction(sample(`create-${name}.response`), 'postDeployActions')),
    );
  });

  test('a GET reads what the POST answered', async () => {
    const sandbox = await sandboxFor();
    const created = await sandbox.create(sample(`create-${name}.request`));
    const read = await sandbox.read(created.id);
    expect(read.status).toBe(200);
    expect(read.job).toEqual(created);
  });
});

test('the server gives ids, its clock and addresses for scripts', async () => {
  const sandbox = await sandboxFor({ now: () => new Date('2026-03-01T00:05:09Z') });
  const job = await sandbox.create(sample('create-linux-rollback.request'));
  const action = onlyAction(job, 'preDeployActions');
  expect(job.startDateTime).toBe('2026-03-01 12:05:09 AM');
  expect(job.createdBy).toMatchObject({ date: Date.parse('2026-03-01T00:05:09Z') });
  expect(job.id).toMatch(/^[0-9a-f]{8}-/);
  expect(job.id).not.toBe(sample('create-linux-rollback.response').id);
  expect(action.script).toBe(`${CUSTOMER_ID}/${action.actionId}/Script`);
});

test('the parent of the samples is there, without a job named like a sample', async () => {
  const sandbox = await sandboxFor();
  const parent = (await sandbox.read(PARENT_ID)).job;
  const shown = objects(sample('create-windows-chained.response').linkedToJob)[0];
  expect(parent).toMatchObject({ name: 'only pre post', status: 'Prepared', type: 'Install', platform: 'Windows' });
  expect(onlyAction(parent, 'postDeployActions').actionId).toBe('07eed865-d8e2-4cba-9c2a-27eeeef0598a');
  expect(parent.createdBy).toMatchObject({ date: 1727276515619 });
  expect(shown?.createdBy).toMatchObject({ date: 1727276515619 });
  const names = (await sandbox.list('?pageSize=100')).map((job) => job.name);
  expect(names).not.toContain(sample('create-linux-rollback.request').name);
  expect(names).not.toContain(sample('create-windows-chained.request').name);
});
