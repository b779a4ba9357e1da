import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { fixture, sandboxFor } from './support.ts';

const NOT_UNDERSTOOD = '{"_error":{"errorCode":"2501"}}';
const notJson = new URL('fixtures/not-json/', import.meta.url);

/** The weekly job with the fixture's fields instead of its own. */
function bodyOf(difference: Json): JsonObject {
  if (!isObject(difference)) throw new Error('a fixture is an object');
  const body = { ...fixture('weekly-job'), ...(isObject(difference.with) ? difference.with : {}) };
  const gone = Array.isArray(difference.without) ? difference.without : [];
  return Object.fromEntries(Object.entries(body).filter(([name]) => !gone.includes(name)));
}

describe('a body that the API reads', () => {
  test.each([['the weekly job itself', {}], ...Object.entries(fixture('good-bodies'))])('%s', async (_, difference) => {
    const sandbox = await sandboxFor();
    const created = await sandbox.send('POST', '/pm/v1/deploymentjob', bodyOf(difference));
    expect(created.status).toBe(201);
    expect(Object.keys(created.job)).toHaveLength(72);
    expect((await sandbox.update(created.job.id, bodyOf(difference))).status).toBe(200);
  });
});

describe('a body that the API does not read is 2501 and changes nothing', () => {
  test.each(Object.entries(fixture('bad-bodies')))('%s', async (_, difference) => {
    const sandbox = await sandboxFor();
    const job = await sandbox.create(fixture('weekly-job'));
    const count = (await sandbox.list('?pageSize=100')).length;
    const created = await sandbox.send('POST', '/pm/v1/deploymentjob', bodyOf(difference));
    const updated = await sandbox.update(job.id, bodyOf(difference));
    expect([created.status, created.text]).toEqual([400, NOT_UNDERSTOOD]);
    expect([updated.status, updated.text]).toEqual([400, NOT_UNDERSTOOD]);
    expect((await sandbox.read(job.id)).job).toEqual(job);
    expect(await sandbox.list('?pageSize=100')).toHaveLength(count);
  });
});

describe('a text that is no job is 2501', () => {
  test.each(readdirSync(notJson))('%s', async (file) => {
    const sandbox = await sandboxFor();
    const created = await sandbox.send('POST', '/pm/v1/deploymentjob', readFileSync(new URL(file, notJson), 'utf8'));
    expect([created.status, created.text]).toEqual([400, NOT_UNDERSTOOD]);
  });

  test('nested 200,000 deep, bytes that are no UTF-8', async () => {
    const sandbox = await sandboxFor();
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const least = '"platform": "Linux", "type": "Install", "scheduleType": "On-demand"';
    expect((await sandbox.send('POST', '/pm/v1/deploymentjob', deep)).status).toBe(400);
    const ignored = await sandbox.send(
      'POST',
      '/pm/v1/deploymentjob',
      `{"name": "Deep", ${least}, "unknown": ${deep}}`,
    );
    expect(ignored.status).toBe(201);
    const headers = { authorization: 'Bearer sandbox' };
    const body = Buffer.from(`{"name": "Sm\xf8rrebr\xf8d", ${least}}`, 'latin1');
    expect((await fetch(`${sandbox.url}/pm/v1/deploymentjob`, { method: 'POST', headers, body })).status).toBe(400);
    expect((await sandbox.list()).length).toBeGreaterThan(0);
  });

  test('a body of more than 16 MB is refused as HTML, as a gateway does', async () => {
    const sandbox = await sandboxFor();
    const answer = await sandbox.send('POST', '/pm/v1/deploymentjob', ' '.repeat(17 * 1024 * 1024));
    expect(answer.status).toBe(413);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  test('a body that comes in pieces, of unknown length, is read and limited alike', async () => {
    const sandbox = await sandboxFor();
    const inPieces = async (pieces: Iterable<string>) => {
      const body = ReadableStream.from(pieces).pipeThrough(new TextEncoderStream());
      const headers = { authorization: 'Bearer sandbox' };
      return (await fetch(`${sandbox.url}/pm/v1/deploymentjob`, { method: 'POST', headers, body, duplex: 'half' }))
        .status;
    };
    expect(await inPieces(JSON.stringify(fixture('weekly-job')).match(/.{1,100}/gs) ?? [])).toBe(201);
    expect(await inPieces(Array.from({ length: 17 }, () => ' '.repeat(1024 * 1024)))).toBe(413);
  });
});
