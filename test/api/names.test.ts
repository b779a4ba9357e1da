import { expect, test } from 'vitest';
import { readCatalogue, readJobNames } from '../../api/names/read-names.ts';
import { listAssets } from '../../api/operations/list-assets.ts';
import { PARENT_ID } from '../sandbox/support.ts';
import { deskFor, NEVER } from './support.ts';

const nothingMissing = (error: Error): void => {
  throw error;
};

test('a platform tells the names of its jobs, tags, users, assets and patches', async () => {
  const desk = await deskFor();
  const { session } = desk.dependencies;
  const { jobs, named: namedByJobs } = await readJobNames(session, NEVER);
  const named = [...namedByJobs, ...(await readCatalogue(session, NEVER, nothingMissing))];
  expect(jobs.find(({ id }) => id === PARENT_ID)).toMatchObject({ name: 'only pre post', platform: 'Windows' });
  expect(jobs.filter(({ linkedJobId }) => linkedJobId === PARENT_ID)).toHaveLength(2);
  const of = (wanted: string) => named.filter(({ kind }) => kind === wanted);
  expect(
    of('tag')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['Database servers', 'Finance laptops', 'Pilot group', 'Web servers']);
  expect(of('user')).toEqual([{ id: 'c4c71f94-4ef6-7e6f-8260-11704fa58172', name: 'sandbox', kind: 'user' }]);
  expect(of('asset')).toContainEqual({
    id: '94c0bc01-3b1b-4b4b-84a0-b9fe3c9aebb0',
    kind: 'asset',
    name: 'FIN-LAPTOP-12',
    platform: 'Windows',
    detail: 'Windows 11 Enterprise 24H2',
  });
  expect(of('patch').map(({ name, detail }) => `${name} ${detail}`)).toContain('openssl security update Red Hat');
});

test('a list that the user may not see is left out and told; the others are there', async () => {
  const desk = await deskFor();
  await desk.sandbox.plan({ fault: 'forbidden', match: { path: '/pm/v1/assets' } });
  const missing: string[] = [];
  const named = await readCatalogue(desk.dependencies.session, NEVER, ({ failure }) => missing.push(failure.kind));
  expect(missing).toEqual(['forbidden']);
  expect(new Set(named.map(({ kind }) => kind))).toEqual(new Set(['patch']));
});

test('the next page is asked for with what the last one ended with, and a list that never ends is left', async () => {
  const asked: (string | undefined)[] = [];
  const page = (headers: Record<string, string>) => ({
    connection: { name: 'x', baseUrl: 'https://platform.example', protected: false },
    send: async (request: { path: string; headers?: Record<string, string> }) => {
      asked.push(request.headers?.searchAfter);
      const id = String(asked.length);
      return { status: 200, headers, body: JSON.stringify([{ id, name: `Asset ${id}` }, { id: 'nameless' }]) };
    },
  });
  expect(await listAssets(page({ searchafter: 'more' }), NEVER)).toHaveLength(20);
  expect(asked.slice(0, 3)).toEqual([undefined, 'more', 'more']);
  asked.length = 0;
  expect(await listAssets(page({}), NEVER)).toHaveLength(2);
});
