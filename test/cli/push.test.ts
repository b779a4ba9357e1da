import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Folder } from './support/folder.ts';
import { pmjob, pmjobOnTerminal, type Run, start } from './support/pmjob.ts';
import { type RunningSandbox, runningSandbox } from './support/sandbox.ts';

const JOB = 'test/cli/fixtures/mistakes/none.pmjob.json';
const NAME = 'Servers, second Sunday';
const PASSWORD = 'a-password-that-nobody-may-see';
const SIGN_IN = { PMJOB_TOKEN: 'sandbox' };

interface PushReport {
  path: string;
  outcome: string;
  id: string | null;
  changes: { pointer: string; before: unknown; after: unknown }[];
  notes: unknown[];
  error?: string;
}

async function folderWithJob(): Promise<Folder> {
  const folder = await emptyFolder();
  await folder.copy(JOB, 'job.pmjob.json');
  return folder;
}

/** An address of this machine at which nothing listens any more. */
async function hostOfNobody(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `127.0.0.1:${address.port}`;
}

/** `command` is `plan` or `push`; the answer is the one object of `--format json`. */
async function inJson(
  command: 'plan' | 'push',
  { path }: Folder,
  { url }: RunningSandbox,
  ...words: string[]
): Promise<{ run: Run; report: PushReport }> {
  const all = [command, '--url', url, '--yes', '--format', 'json', 'job.pmjob.json', ...words];
  const run = await pmjob(all, { folder: path, variables: SIGN_IN });
  return { run, report: JSON.parse(run.result) };
}

describe('push', () => {
  test('creates, updates, and leaves alone what is the same', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const created = await inJson('push', folder, sandbox);
    expect(created.report).toMatchObject({ path: 'job.pmjob.json', outcome: 'created', id: expect.any(String) });
    expect(created.run.code).toBe(0);
    const id = String(created.report.id);
    expect(await sandbox.job(id)).toMatchObject({ name: NAME });

    const text = await folder.read('job.pmjob.json');
    await folder.write('job.pmjob.json', text.replace('"Done"', '"All done"'));
    const updated = await inJson('push', folder, sandbox);
    expect(updated.report).toMatchObject({ outcome: 'updated', id });
    expect(updated.report.changes).toEqual([
      { pointer: '/postDeployment/onComplete/userMessage', before: 'Done', after: 'All done' },
    ]);
    expect(await sandbox.job(id)).toMatchObject({ postDeployment: { onComplete: { userMessage: 'All done' } } });

    const before = await sandbox.writes();
    const unchanged = await inJson('push', folder, sandbox);
    expect(unchanged.report).toMatchObject({ outcome: 'unchanged', id, changes: [] });
    expect(unchanged.run.code).toBe(0);
    expect(await sandbox.writes()).toEqual(before);
    expect(await sandbox.jobsNamed(NAME)).toHaveLength(1);
  });

  test('tells a person what will be, what was done, and the id', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const words = ['push', '--url', sandbox.url, '--yes', 'job.pmjob.json'];
    const { code, result, notes } = await pmjob(words, { folder: folder.path, variables: SIGN_IN });
    const [job] = await sandbox.jobsNamed(NAME);
    expect(notes).toContain(new URL(sandbox.url).host);
    expect(notes).toContain(NAME);
    expect(result).toContain(String(job?.id));
    expect(code).toBe(0);
  });

  test('without a terminal and without --yes sends nothing', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const words = ['push', '--url', sandbox.url, 'job.pmjob.json'];
    const { code, result, notes } = await pmjob(words, { folder: folder.path, variables: SIGN_IN, input: 'y\n' });
    expect(notes).toContain('--yes');
    expect([code, result]).toEqual([2, '']);
    expect(await sandbox.requests()).toEqual([]);
  });

  test('on a terminal asks, and a yes sends', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const words = ['push', '--url', sandbox.url, 'job.pmjob.json'];
    const run = await pmjobOnTerminal(words, { folder: folder.path, variables: SIGN_IN }, [
      { at: '[y/N]', type: 'y\n' },
    ]);
    expect(run.screen).toContain(`Create "${NAME}"`);
    expect(run.code).toBe(0);
    expect(await sandbox.jobsNamed(NAME)).toHaveLength(1);
  });

  test.each([
    ['a no', 'n\n'],
    ['Enter', '\n'],
    ['the end of the input', '\u0004'],
    ['Ctrl-C', '\u0003'],
  ])('on a terminal %s cancels', async (_what, type) => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const words = ['push', '--url', sandbox.url, 'job.pmjob.json'];
    const run = await pmjobOnTerminal(words, { folder: folder.path, variables: SIGN_IN }, [{ at: '[y/N]', type }]);
    expect(run.code).toBe(5);
    expect(await sandbox.writes()).toEqual([]);
  });

  test('Ctrl-C before anything was sent cancels', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    await sandbox.fault({ fault: 'delay', match: { method: 'GET' }, milliseconds: 20_000, times: 9 });
    const child = start(['push', '--url', sandbox.url, '--yes', 'job.pmjob.json'], {
      folder: folder.path,
      variables: SIGN_IN,
    });
    while ((await sandbox.requests()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(5);
    expect(await sandbox.writes()).toEqual([]);
  });

  test('Ctrl-C after it was sent waits for what became of it', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const match = { method: 'POST', path: '/pm/v1/deploymentjob' };
    await sandbox.fault({ fault: 'delay', match, milliseconds: 5_000, after: true });
    const child = start(['push', '--url', sandbox.url, '--yes', 'job.pmjob.json'], {
      folder: folder.path,
      variables: SIGN_IN,
    });
    while ((await sandbox.jobsNamed(NAME)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([0, 4]).toContain(code);
    const next = await inJson('push', folder, sandbox);
    expect(next.report.outcome).toBe('unchanged');
    expect(await sandbox.jobsNamed(NAME)).toHaveLength(1);
  });

  test('an answer that is lost after the job was stored never makes a second job', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    await sandbox.fault({ fault: 'drop-after', match: { method: 'POST', path: '/pm/v1/deploymentjob' } });
    const first = await inJson('push', folder, sandbox);
    expect(['created', 'unknown']).toContain(first.report.outcome);
    expect(first.run.code).toBe(first.report.outcome === 'created' ? 0 : 4);
    await inJson('push', folder, sandbox);
    expect(await sandbox.jobsNamed(NAME)).toHaveLength(1);
  });

  test('a file with errors is stopped at its place, unless that is wanted', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const text = await folder.read('job.pmjob.json');
    await folder.write('job.pmjob.json', text.replace('"threshold": 100', '"threshold": 101, "unheard": 1'));
    const words = ['push', '--url', sandbox.url, '--yes', 'job.pmjob.json'];
    const stopped = await pmjob(words, { folder: folder.path, variables: SIGN_IN });
    expect(stopped.result).toContain('job.pmjob.json:20:20  error  chain-threshold');
    expect(stopped.result).not.toContain('unknown-field');
    expect(stopped.code).toBe(1);
    expect(await sandbox.writes()).toEqual([]);
    const { report } = await inJson('push', folder, sandbox, '--allow-errors');
    expect(['created', 'rejected']).toContain(report.outcome);
  });

  test('a refusal of what was sent knowingly repeats the errors of the file', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const text = await folder.read('job.pmjob.json');
    await folder.write('job.pmjob.json', text.replace('"threshold": 100', '"threshold": 101'));
    const body = { _error: { errorCode: '2501', message: 'Invalid request' } };
    const match = { method: 'POST', path: '/pm/v1/deploymentjob' };
    await sandbox.fault({ fault: 'answer', status: 400, body, match });
    const words = ['push', '--url', sandbox.url, '--yes', '--allow-errors', 'job.pmjob.json'];
    const { code, result } = await pmjob(words, { folder: folder.path, variables: SIGN_IN });
    expect([code, result]).toEqual([1, expect.stringContaining('2501')]);
    expect(result).toContain('Note: The file has an error: chainedJobRule[0].threshold is 101');
  });

  test('no script under a misspelt key reaches plan, push or history', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const script = Buffer.from('$password="Sup3rS3cret!"\nRestart-Computer -Force\n').toString('base64');
    await folder.change('job.pmjob.json', (job) => {
      job.preDeployActions = [
        {
          action: 'Run Script',
          params: { actionItem: 'x' },
          actionType: 'predeploy',
          scriptType: 'ps',
          scirpt: script,
        },
      ];
    });
    const where = { folder: folder.path, variables: SIGN_IN };
    const at = ['--url', sandbox.url, '--allow-errors'];
    const runs = [
      await pmjob(['plan', ...at, 'job.pmjob.json'], where),
      await pmjob(['plan', ...at, '--format', 'json', 'job.pmjob.json'], where),
      await pmjob(['push', ...at, '--yes', 'job.pmjob.json'], where),
      await pmjob(['history', 'job.pmjob.json'], where),
      await pmjob(['history', '--format', 'json', 'job.pmjob.json'], where),
    ];
    expect(runs[0]?.result).toMatch(/scirpt.*(?:script of 2 lines|"lines":2)/);
    for (const { result, notes } of runs) expect(result + notes).not.toContain(script.slice(0, 16));
  });

  test('of two files the one with errors stops alone', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    await folder.write('bad.pmjob.json', '{');
    const words = ['push', '--url', sandbox.url, '--yes', '--format', 'json', 'bad.pmjob.json', 'job.pmjob.json'];
    const { code, result } = await pmjob(words, { folder: folder.path, variables: SIGN_IN });
    const reports: PushReport[] = JSON.parse(result);
    expect(reports.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['bad.pmjob.json', 'invalid'],
      ['job.pmjob.json', 'created'],
    ]);
    expect(code).toBe(1);
  });

  test('a file that cannot be read stops all before anything is sent', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const words = ['push', '--url', sandbox.url, '--yes', 'job.pmjob.json', 'gone.pmjob.json'];
    const { code, notes } = await pmjob(words, { folder: folder.path, variables: SIGN_IN });
    expect(notes).toContain('gone.pmjob.json: there is no such file');
    expect(code).toBe(2);
    expect(await sandbox.requests()).toEqual([]);
  });

  test('a job of the same name is a conflict that --new and --link settle', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const first = await inJson('push', folder, sandbox);
    const other = await folderWithJob();
    const conflict = await inJson('push', other, sandbox);
    expect(conflict.report.outcome).toBe('conflict');
    expect(conflict.run.code).toBe(3);
    expect(conflict.report.error).toContain(String(first.report.id));
    const linked = await inJson('push', other, sandbox, '--link', String(first.report.id));
    expect(linked.report).toMatchObject({ outcome: 'unchanged', id: first.report.id });
    const third = await folderWithJob();
    expect((await inJson('push', third, sandbox, '--new')).report.outcome).toBe('created');
    expect(await sandbox.jobsNamed(NAME)).toHaveLength(2);
  });

  test('a protected connection takes its name by flag or as typed', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const connection = { name: 'production', baseUrl: sandbox.url, protected: true };
    await folder.write('pmjob/connections.json', JSON.stringify({ connections: [connection] }));
    const words = ['push', '--connection', 'production', 'job.pmjob.json'];
    const where = { folder: folder.path, variables: SIGN_IN };
    const wrong = await pmjobOnTerminal(words, where, [{ at: 'Type its name', type: 'prod\n' }]);
    expect(wrong.code).toBe(5);
    expect(await sandbox.writes()).toEqual([]);
    const typed = await pmjobOnTerminal(words, where, [{ at: 'Type its name', type: 'production\n' }]);
    expect(typed.code).toBe(0);
    const flag = await pmjob([...words, '--yes', '--confirm', 'production'], where);
    expect(flag.code).toBe(0);
    expect(await sandbox.jobsNamed(NAME)).toHaveLength(1);
  });
});

describe('what must not happen', () => {
  test('a named connection that leads to another subscription than before stops, also for a create', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const connections = [{ name: 'production', baseUrl: sandbox.url }];
    await folder.write('pmjob/connections.json', JSON.stringify({ connections }));
    const words = ['push', '--connection', 'production', '--yes', 'job.pmjob.json'];
    const where = { folder: folder.path, variables: SIGN_IN };
    expect((await pmjob(words, where)).code).toBe(0);
    const known = await folder.read('pmjob/known-subscriptions.json');
    expect(JSON.parse(known)).toEqual({ [`production at ${sandbox.url}`]: expect.any(String) });

    const other = 'aaaaaaaa-0000-0000-0000-000000000000';
    await folder.write('pmjob/known-subscriptions.json', known.replace(/"[0-9a-f-]{36}"/, `"${other}"`));
    await folder.copy(JOB, 'another.pmjob.json');
    await folder.change('another.pmjob.json', (job) => Object.assign(job, { name: 'Another' }));
    const stopped = await pmjob(['push', '--connection', 'production', '--yes', 'another.pmjob.json'], where);
    expect(stopped.code).toBe(1);
    expect(stopped.result).toContain(other);
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test.each([
    ['', 'this is not JSON'],
    ['{"production at http', 'this is not JSON'],
    ['[]', 'expected {"CONNECTION at ADDRESS"'],
    ['{"production at http://127.0.0.1": 7}', 'expected {"CONNECTION at ADDRESS"'],
  ])('a memory of subscriptions that holds %j stops, and stays as it is', async (broken, why) => {
    const folder = await folderWithJob();
    const connections = [{ name: 'production', baseUrl: 'http://127.0.0.1:9' }];
    await folder.write('pmjob/connections.json', JSON.stringify({ connections }));
    await folder.write('pmjob/known-subscriptions.json', broken);
    const words = ['push', '--connection', 'production', '--yes', 'job.pmjob.json'];
    const { code, notes } = await pmjob(words, { folder: folder.path, variables: SIGN_IN });
    expect(notes).toMatch(/known-subscriptions\.json: .* Repair it, or delete it/);
    expect(notes).toContain(why);
    expect([code, await folder.read('pmjob/known-subscriptions.json')]).toEqual([2, broken]);
  });

  test('a plan links no file, and a pull says which job a file was', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const where = { folder: folder.path, variables: SIGN_IN };
    const { report } = await inJson('push', folder, sandbox);
    await folder.copy(JOB, 'copy.pmjob.json');
    const links = await folder.read('.pmjob/links.json');
    const words = ['plan', '--url', sandbox.url, '--link', String(report.id), 'copy.pmjob.json'];
    expect((await pmjob(words, where)).result).toContain('already as the file says');
    expect(await folder.read('.pmjob/links.json')).toBe(links);

    const seeded = '5b0fd130-52c8-473c-96b1-8f10ea7d4c13';
    const pull = ['pull', '--url', sandbox.url, '--yes', seeded, 'job.pmjob.json'];
    const mine = await folder.read('job.pmjob.json');
    const stopped = await pmjob(pull, where);
    expect([stopped.code, stopped.notes]).toEqual([3, expect.stringContaining(`is job ${report.id}, and stays`)]);
    expect([await folder.read('job.pmjob.json'), await folder.read('.pmjob/links.json')]).toEqual([mine, links]);
    const pulled = await pmjob([...pull, '--overwrite'], where);
    expect(pulled.notes).toContain(`was job ${report.id} here; it becomes job ${seeded}`);
  });

  test('no name of a job writes over the question on a terminal', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    await folder.change('job.pmjob.json', (job) => Object.assign(job, { name: 'x\u001b[2K\nCreate "harmless"' }));
    const words = ['push', '--url', sandbox.url, '--allow-errors', 'job.pmjob.json'];
    const asked = await pmjobOnTerminal(words, { folder: folder.path, variables: SIGN_IN }, [
      { at: '[y/N]', type: 'n\n' },
    ]);
    expect(asked.code).toBe(5);
    expect(asked.screen).toContain('Create "x\\u001b[2K\\nCreate "harmless"" on ');
    expect(asked.screen).not.toContain('\u001b[2K');
  });

  test('a push that was killed while it was sending is settled by the next one, and made once', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    await sandbox.fault({
      fault: 'delay',
      milliseconds: 1_500,
      match: { method: 'POST', path: '/pm/v1/deploymentjob' },
    });
    const words = ['push', '--url', sandbox.url, '--yes', '--format', 'json', 'job.pmjob.json'];
    const killed = start(words, { folder: folder.path, variables: SIGN_IN });
    while ((await sandbox.writes()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    killed.kill('SIGKILL');
    await once(killed, 'close');
    const next = await pmjob(words, { folder: folder.path, variables: SIGN_IN });
    expect(JSON.parse(next.result)).toMatchObject({
      outcome: 'unchanged',
      notes: [{ code: 'earlier-push-went-through' }],
    });
    expect(await sandbox.jobsNamed(NAME)).toHaveLength(1);
  });
});

describe('plan', () => {
  test('shows what a push would do and changes nothing', async () => {
    const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
    const planned = await inJson('plan', folder, sandbox);
    expect(planned.report).toMatchObject({ path: 'job.pmjob.json', outcome: 'planned', action: 'create', id: null });
    expect(planned.report.changes).toContainEqual({ pointer: '/name', before: null, after: NAME });
    expect(planned.run.code).toBe(0);
    const text = await pmjob(['plan', '--url', sandbox.url, 'job.pmjob.json'], {
      folder: folder.path,
      variables: SIGN_IN,
    });
    expect(text.result).toContain(NAME);
    expect(text.result).toContain(new URL(sandbox.url).host);
    expect(await sandbox.writes()).toEqual([]);
    expect(await sandbox.jobsNamed(NAME)).toEqual([]);
  });
});

describe('a platform that does not answer as it should', () => {
  const untouched = async (words: string[], variables: Record<string, string>, host: string) => {
    const folder = await folderWithJob();
    const before = await folder.read('job.pmjob.json');
    const run = await pmjob(words, { folder: folder.path, variables });
    expect(`${run.result}${run.notes}`).toContain(host);
    expect(`${run.result}${run.notes}`).not.toMatch(/\n\s+at |undefined|\[object/);
    expect(`${run.result}${run.notes}`).not.toContain(PASSWORD);
    expect(run.code).toBe(1);
    expect(await folder.read('job.pmjob.json')).toBe(before);
    await expect(folder.read('.pmjob/links.json')).rejects.toThrow('ENOENT');
  };

  test('is not there', async () => {
    const host = await hostOfNobody();
    await untouched(['push', '--url', `http://${host}`, '--yes', 'job.pmjob.json'], SIGN_IN, host);
  });

  test('refuses the token', async () => {
    const { url } = await runningSandbox();
    const words = ['push', '--url', url, '--yes', 'job.pmjob.json'];
    await untouched(words, { PMJOB_TOKEN: PASSWORD }, new URL(url).host);
  });

  test('refuses the password', async () => {
    const { url } = await runningSandbox();
    const words = ['push', '--url', url, '--yes', 'job.pmjob.json'];
    await untouched(words, { PMJOB_USERNAME: 'sandbox', PMJOB_PASSWORD: PASSWORD }, new URL(url).host);
  });

  test.each([['GET'], ['POST']])('answers a %s with a page', async (method) => {
    const sandbox = await runningSandbox();
    const page = { fault: 'answer', status: 403, contentType: 'text/html', body: '<html>Blocked</html>', times: 20 };
    await sandbox.fault({ ...page, match: { method } });
    const words = ['push', '--url', sandbox.url, '--yes', 'job.pmjob.json'];
    await untouched(words, SIGN_IN, new URL(sandbox.url).host);
  });
});

test('the user and password of the environment sign in', async () => {
  const [folder, sandbox] = [await folderWithJob(), await runningSandbox()];
  const variables = { PMJOB_URL: sandbox.url, PMJOB_USERNAME: 'sandbox', PMJOB_PASSWORD: 'sandbox' };
  const { code } = await pmjob(['push', '--yes', 'job.pmjob.json'], { folder: folder.path, variables });
  expect(code).toBe(0);
  expect(await sandbox.jobsNamed(NAME)).toHaveLength(1);
});
