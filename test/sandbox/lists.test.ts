import { expect, test } from 'vitest';
import { objects, PARENT_ID, type Speaking, sandboxFor } from './support.ts';

const job = { platform: 'Linux', type: 'Install', scheduleType: 'On-demand' };

async function names(sandbox: Speaking, query: string): Promise<unknown[]> {
  return (await sandbox.list(query)).map(({ name }) => name);
}

test('pages are counted from 0 and hold 10 jobs, newest first, each job once', async () => {
  const sandbox = await sandboxFor();
  await sandbox.create({ ...job, name: 'Newest' });
  const [first, second, third] = [
    await sandbox.list(),
    await sandbox.list('?pageNumber=1'),
    await sandbox.list('?pageNumber=2'),
  ];
  expect(first).toHaveLength(10);
  expect(first[0]).toMatchObject({ name: 'Newest' });
  expect(third).toEqual([]);
  const ids = [...first, ...second].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(await sandbox.list('?pageSize=100&pageNumber=0')).toEqual([...first, ...second]);
});

test('both addresses answer the same summaries, with other fields than a job has', async () => {
  const sandbox = await sandboxFor();
  const query = '?pageSize=3&attributes=id&coauthorJob=false&ownedJob=true&sort=name:asc';
  const short = (await sandbox.send('GET', `/pm/v1/deploymentjobs${query}`)).json;
  expect(short).toEqual(await sandbox.list(query));
  expect(Object.keys(objects(short)[0] ?? {})).toContain('created');
  expect(Object.keys(objects(short)[0] ?? {})).not.toContain('createdBy');
});

test('lists take a platform, a filter and an order', async () => {
  const sandbox = await sandboxFor();
  await sandbox.create({ ...job, name: 'Zebra "one"' });
  await sandbox.create({ ...job, name: 'Zebra' });
  expect(new Set((await sandbox.list('?platform=Linux')).map(({ platform }) => platform))).toEqual(new Set(['Linux']));
  expect(await names(sandbox, '?filter=name:zebra')).toEqual(['Zebra', 'Zebra "one"']);
  expect(await names(sandbox, '?filter=name:"zebra"&sort=name:desc')).toEqual(['Zebra "one"', 'Zebra']);
  expect(await names(sandbox, '?filter=name:`Zebra`')).toEqual(['Zebra']);
  expect(await names(sandbox, `?filter=${encodeURIComponent(String.raw`name:"zebra \"one\""`)}`)).toEqual([
    'Zebra "one"',
  ]);
  expect(await names(sandbox, '?filter=name:only and status:`Prepared`')).toEqual(['only pre post']);
});

test.each([
  '?pageSize=101',
  '?pageSize=0',
  '?pageNumber=-1',
  '?pageSize=ten',
  '?platform=Solaris',
  '?filter=name:"open',
  '?filter=colour:red',
  '?filter=name:a or name:b',
])('a list asked for with %s is not understood', async (query) => {
  const sandbox = await sandboxFor();
  const answer = await sandbox.send('GET', `/pm/v1/deploymentjobs/summary${query}`);
  expect([answer.status, answer.text]).toEqual([400, '{"_error":{"errorCode":"2501"}}']);
});

test('jobs are enabled and disabled, each id with its result', async () => {
  const sandbox = await sandboxFor();
  const created = await sandbox.create({ ...job, name: 'Switched' });
  const unknown = '00000000-0000-4000-8000-000000000000';
  const enabled = await sandbox.send('POST', '/pm/v1/deploymentjobs/update/status/Enabled', {
    ids: [created.id ?? null, unknown],
  });
  expect(enabled.json).toEqual([
    { id: created.id, name: 'Switched', status: 'success' },
    { id: unknown, name: null, status: 'failed' },
  ]);
  const after = (await sandbox.read(created.id)).job;
  expect(after).toEqual({ ...created, status: 'Enabled', updatedBy: after.updatedBy });
  expect(after.updatedBy).not.toEqual(created.updatedBy);
  await sandbox.send('POST', '/pm/v1/deploymentjobs/update/status/Disabled', { ids: [created.id ?? null] });
  expect((await sandbox.read(created.id)).job.status).toBe('Disabled');
  expect((await sandbox.send('POST', '/pm/v1/deploymentjobs/update/status/Paused', { ids: [PARENT_ID] })).status).toBe(
    404,
  );
});

test('a deleted job is gone; a malformed list of ids deletes nothing', async () => {
  const sandbox = await sandboxFor();
  const created = await sandbox.create({ ...job, name: 'Short-lived' });
  for (const body of ['', '[]', '{}', '{"ids":[]}', '{"ids":["x"]}', `{"ids":["${created.id}", 7]}`]) {
    expect((await sandbox.send('DELETE', '/pm/v1/deploymentjobs', body)).status).toBe(400);
  }
  expect((await sandbox.read(created.id)).status).toBe(200);
  const deleted = await sandbox.send('DELETE', '/pm/v1/deploymentjobs', { ids: [created.id ?? null] });
  expect(deleted.json).toEqual([{ id: created.id, name: 'Short-lived', status: 'success' }]);
  expect((await sandbox.read(created.id)).status).toBe(404);
  expect(await names(sandbox, '?filter=name:short-lived')).toEqual([]);
});

test('assets, tags and patches have names', async () => {
  const sandbox = await sandboxFor();
  const assets = objects((await sandbox.send('GET', '/pm/v1/assets?platform=Linux&query=name:web-01')).json);
  expect(assets).toMatchObject([{ id: 'd543e2a2-3860-461f-bd59-d718c31d2344', name: 'web-01.example.com' }]);
  const patches = objects(
    (await sandbox.send('POST', '/pm/v2/patches?platform=Windows', { query: 'title:"defender"' })).json,
  );
  expect(patches.map(({ title }) => title)).toEqual(['Update for Microsoft Defender']);
  const [weekly] = await sandbox.list('?filter=name:"Finance laptops"');
  expect(weekly?.tags).toEqual([{ id: 'f81f37b3-a32b-4aa0-a428-12cad6e37db1', name: 'Finance laptops' }]);
});
