import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SandboxError, startSandbox } from '../../sandbox/sandbox.ts';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { fixture, objects, onlyAction, sample, sandboxFor } from './support.ts';

let folder = '';
let stateFile = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pmjob-sandbox-'));
  stateFile = join(folder, 'state.json');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function storedJob(id: Json | undefined): JsonObject | undefined {
  const state: Json = JSON.parse(readFileSync(stateFile, 'utf8'));
  return objects(isObject(state) ? state.jobs : null).find((job) => job.id === id);
}

async function problemOfStart(options: Parameters<typeof startSandbox>[0]) {
  const error = await startSandbox(options).catch((reason: unknown) => reason);
  return error instanceof SandboxError ? error.problem : error;
}

test('every change is in the file at once, scripts as the base64 that was accepted', async () => {
  const sandbox = await sandboxFor({ stateFile });
  const request = sample('create-windows-chained.request');
  const job = await sandbox.create(request);
  const stored = storedJob(job.id) ?? {};
  expect(onlyAction(stored, 'preDeployActions').script).toBe(onlyAction(request, 'preDeployActions').script);
  expect(onlyAction(stored, 'preDeployActions').actionId).toBe(onlyAction(job, 'preDeployActions').actionId);
  expect(objects(stored.chainedJobRule)[0]).toMatchObject({ threshold: 100 });
  await sandbox.send('POST', '/pm/v1/deploymentjobs/update/status/Enabled', { ids: [job.id ?? null] });
  expect(storedJob(job.id)?.status).toBe('Enabled');
  await sandbox.update(job.id, fixture('weekly-job'));
  expect(storedJob(job.id)?.name).toBe('Weekly web servers');
  await sandbox.send('DELETE', '/pm/v1/deploymentjobs', { ids: [job.id ?? null] });
  expect(storedJob(job.id)).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['state.json']);
});

test('a sandbox that is started again goes on with the file', async () => {
  const first = await sandboxFor({ stateFile });
  const job = await first.create(sample('create-windows-chained.request'));
  const list = await first.list('?pageSize=100');
  await first.close();
  const second = await sandboxFor({ stateFile });
  expect((await second.read(job.id)).job).toEqual(job);
  expect(await second.list('?pageSize=100')).toEqual(list);
});

describe('a state file that cannot be used stops the start and stays as it is', () => {
  test.each([
    ['no JSON', '{"version": 1, "jobs": ['],
    ['not a state', '[]'],
    ['another version', '{"version": 2, "jobs": []}'],
    ['a job without its fields', '{"version": 1, "jobs": [{"id": "5b0fd130-52c8-473c-96b1-8f10ea7d4c13"}]}'],
    ['empty', ''],
  ])('%s', async (_, text) => {
    writeFileSync(stateFile, text);
    expect(await problemOfStart({ stateFile })).toMatchObject({ code: 'state-file-unreadable', path: stateFile });
    expect(readFileSync(stateFile, 'utf8')).toBe(text);
  });
});

test('a state file that cannot be written stops the start', async () => {
  const nowhere = join(folder, 'missing', 'state.json');
  expect(await problemOfStart({ stateFile: nowhere })).toMatchObject({ code: 'state-file-unwritable', path: nowhere });
});

test('a change that cannot be kept did not happen', async () => {
  const sandbox = await sandboxFor({ stateFile });
  const before = await sandbox.list('?pageSize=100');
  rmSync(folder, { recursive: true });
  expect((await sandbox.send('POST', '/pm/v1/deploymentjob', fixture('weekly-job'))).status).toBe(500);
  expect(await sandbox.list('?pageSize=100')).toEqual(before);
});

test('a port that is taken, or is none, is a typed error', async () => {
  const { port } = await sandboxFor();
  expect(await problemOfStart({ port })).toMatchObject({ code: 'port-unavailable', port });
  expect(await problemOfStart({ port: 70_000 })).toMatchObject({ code: 'port-unavailable', port: 70_000 });
});
