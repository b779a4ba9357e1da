import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../schemas/json.ts';
import { fixture, objects, onlyAction, PARENT_ACTION_ID, PARENT_ID, sample, sandboxFor } from './support.ts';

const least = { name: 'Least', platform: 'Linux', type: 'Install', scheduleType: 'On-demand' };
const OF_THE_CREATE = ['id', 'createdBy', 'updatedBy', 'deletedBy', 'remediationQids', 'startDateTime'];

function without(job: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(job).filter(([name]) => !names.includes(name)));
}

test('what an update leaves out becomes what a create without it has', async () => {
  const sandbox = await sandboxFor();
  const rich = await sandbox.create(fixture('weekly-job'));
  const updated = await sandbox.update(rich.id, least);
  const fresh = await sandbox.create(least);
  expect(updated.status).toBe(200);
  expect(without(updated.job, OF_THE_CREATE)).toEqual(without(fresh, OF_THE_CREATE));
  expect(updated.job).toMatchObject({ description: null, assetTagIds: null, status: 'Disabled', timezone: 'UTC' });
});

test('an action without its actionId gets a new one, one with it keeps it', async () => {
  const sandbox = await sandboxFor();
  const job = await sandbox.create(fixture('weekly-job'));
  const { actionId } = onlyAction(job, 'postDeployActions');
  const kept = { action: 'Run Script', params: { actionItem: 'kept' }, script: 'bHM=', scriptType: 'sh' };
  const updated = await sandbox.update(job.id, {
    ...least,
    postDeployActions: [{ ...kept, actionId: actionId ?? null }, kept],
  });
  const [first, second] = objects(updated.job.postDeployActions);
  expect(first?.actionId).toBe(actionId);
  expect(second?.actionId).toMatch(/^[0-9a-f]{8}-/);
  expect(second?.actionId).not.toBe(actionId);
});

test('a script that an update leaves out is lost; the address that GET gives is refused', async () => {
  const sandbox = await sandboxFor();
  const job = await sandbox.create(fixture('weekly-job'));
  const asRead = await sandbox.update(job.id, job);
  expect(asRead.status).toBe(400);
  expect((await sandbox.read(job.id)).job).toEqual(job);
  const { script: _, ...scriptless } = onlyAction(job, 'postDeployActions');
  const updated = await sandbox.update(job.id, { ...job, postDeployActions: [scriptless] });
  expect(updated.status).toBe(200);
  expect(onlyAction(updated.job, 'postDeployActions')).not.toHaveProperty('script');
});

test('the chain is lost when the body has it only under linkedToJob', async () => {
  const sandbox = await sandboxFor();
  const request = sample('create-windows-chained.request');
  const job = await sandbox.create(request);
  const scripts = {
    preDeployActions: request.preDeployActions ?? null,
    postDeployActions: request.postDeployActions ?? null,
  };
  const updated = await sandbox.update(job.id, { ...job, ...scripts });
  expect(objects(updated.job.linkedToJob)[0]).toMatchObject({ id: PARENT_ID, chainedJobRule: null });
});

test('a run state may be carried back by an update of the job that is in it, and only by that', async () => {
  const sandbox = await sandboxFor();
  const body = { ...least, platform: 'Windows', status: 'Prepared' };
  expect((await sandbox.update(PARENT_ID, body)).job.status).toBe('Prepared');
  const other = await sandbox.create(least);
  expect((await sandbox.update(other.id, body)).status).toBe(400);
});

test('a parent that is not known comes back without a name and a type', async () => {
  const sandbox = await sandboxFor();
  const linkedJobId = '00000000-0000-4000-8000-0000000000aa';
  const job = await sandbox.create({
    ...least,
    linkedJobId,
    chainedJobRule: [{ threshold: '50', actionIds: [PARENT_ACTION_ID] }],
  });
  const [parent] = objects(job.linkedToJob);
  expect(parent).toMatchObject({ id: linkedJobId, name: null, type: null, linkedJobReferenceCount: 1 });
  expect(objects(parent?.chainedJobRule)[0]).toMatchObject({ threshold: 50, actionDetails: [] });
});

test('an update of an unknown job is 404, and a body with another id than the address is refused', async () => {
  const sandbox = await sandboxFor();
  const job = await sandbox.create(least);
  const before = await sandbox.list('?pageSize=100');
  for (const id of ['00000000-0000-4000-8000-000000000000', 'no-uuid', '%E0%A4%A', '__proto__']) {
    expect((await sandbox.update(id, least)).status).toBe(404);
  }
  const otherId: Json = { ...least, id: PARENT_ID };
  expect((await sandbox.update(job.id, otherId)).text).toBe('{"_error":{"errorCode":"2501"}}');
  expect((await sandbox.update(job.id, { ...least, id: String(job.id).toUpperCase() })).status).toBe(200);
  expect((await sandbox.list('?pageSize=100')).map(({ id, name }) => [id, name])).toEqual(
    before.map(({ id, name }) => [id, name]),
  );
});

test('a name may be used twice', async () => {
  const sandbox = await sandboxFor();
  const [one, other] = [await sandbox.create(least), await sandbox.create(least)];
  expect(one.id).not.toBe(other.id);
  expect(await sandbox.list('?filter=name:`Least`')).toHaveLength(2);
});
