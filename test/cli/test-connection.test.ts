import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newAuthority } from '../network/authority.ts';
import { listen } from '../network/listen.ts';
import { type RecordingProxy, startProxy } from '../network/proxy.ts';
import { startTlsFront } from '../network/tls-front.ts';
import { emptyFolder, type Folder } from './support/folder.ts';
import { pmjob } from './support/pmjob.ts';
import { runningSandbox } from './support/sandbox.ts';

const PLATFORM = 'https://platform.example';
const SUBSCRIPTION = 'bc023fd7-4290-f28f-8181-95a46f519f52';

/** A sandbox that is reached by a name that exists nowhere: through a proxy, by TLS, with a certificate of an authority of its own. */
async function farPlatform(status?: number) {
  const sandbox = await runningSandbox();
  const authority = newAuthority('Our own authority');
  const front = await startTlsFront(Number(new URL(sandbox.url).port), authority.issue('platform.example'));
  const proxy = await startProxy({ 'platform.example:443': front.port }, status);
  const folder = await emptyFolder();
  await folder.write('authority.pem', authority.certificate);
  await folder.write('other.pem', newAuthority('Another authority').certificate);
  onTestFinished(() => {
    front.close();
    proxy.close();
  });
  return { sandbox, proxy, folder };
}

function variables(proxy: RecordingProxy, authority = 'authority.pem'): Record<string, string> {
  return { ...PASSWORD, HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: authority };
}

const PASSWORD = { PMJOB_USERNAME: 'sandbox', PMJOB_PASSWORD: 'sandbox' };

async function tested(url: string, folder: Folder, environment: Record<string, string>) {
  const words = ['test-connection', '--url', url, '--format', 'json'];
  const { code, result, notes } = await pmjob(words, { folder: folder.path, variables: environment });
  expect(notes).toBe('');
  return { code, said: result, answer: JSON.parse(result) };
}

describe('through a proxy, with an authority of one’s own', () => {
  test('works, and everything goes by the proxy', async () => {
    const { sandbox, proxy, folder } = await farPlatform();
    const { code, answer } = await tested(PLATFORM, folder, variables(proxy));
    expect([code, answer.result, answer.customerId, answer.user]).toEqual([0, 'works', SUBSCRIPTION, 'sandbox']);
    expect(Date.parse(answer.expires) - Date.now()).toBeGreaterThan(3.9 * 60 * 60_000);
    expect(new Set(proxy.asked)).toEqual(new Set(['CONNECT platform.example:443']));
    expect(await sandbox.requests()).toEqual(expect.arrayContaining(['POST /auth']));
  });

  test('a job is pushed the same way, and its second push changes nothing', async () => {
    const { sandbox, proxy, folder } = await farPlatform();
    await folder.copy('test/cli/fixtures/mistakes/none.pmjob.json', 'job.pmjob.json');
    const words = ['push', '--yes', '--url', PLATFORM, '--format', 'json', 'job.pmjob.json'];
    const where = { folder: folder.path, variables: variables(proxy) };
    const pushed = await pmjob(words, where);
    expect([pushed.code, JSON.parse(pushed.result).outcome]).toEqual([0, 'created']);
    expect(JSON.parse((await pmjob(words, where)).result).outcome).toBe('unchanged');
    expect(await sandbox.writes()).toEqual(['POST /pm/v1/deploymentjob']);
  });

  test('an authority that is not trusted is the certificate’s failure, with host and cause', async () => {
    const { sandbox, proxy, folder } = await farPlatform();
    for (const authority of ['other.pem', '']) {
      const { code, answer } = await tested(PLATFORM, folder, variables(proxy, authority));
      expect([code, answer.failedAt, answer.cause]).toEqual([1, 'certificate', 'certificate']);
      expect(answer.message).toMatch(/The certificate of platform\.example is not trusted \(.+\)\. Add its issuer/);
    }
    expect(await sandbox.requests()).toEqual([]);
  });

  test('a certificate of another host is none', async () => {
    const sandbox = await runningSandbox();
    const authority = newAuthority('Our own authority');
    const front = await startTlsFront(Number(new URL(sandbox.url).port), authority.issue('elsewhere.example'));
    const proxy = await startProxy({ 'platform.example:443': front.port });
    onTestFinished(() => {
      front.close();
      proxy.close();
    });
    const folder = await emptyFolder();
    await folder.write('authority.pem', authority.certificate);
    const { answer } = await tested(PLATFORM, folder, variables(proxy));
    expect(answer.failedAt).toBe('certificate');
    expect(answer.message).toMatch(/is for another name \(.*elsewhere\.example.*\)\. Check the address/);
    expect(answer.message).not.toContain('Add its issuer');
  });

  test('a port that speaks no TLS is told of in one line', async () => {
    const [sandbox, folder] = [await runningSandbox(), await emptyFolder()];
    const { answer } = await tested(sandbox.url.replace('http:', 'https:'), folder, PASSWORD);
    expect(answer.message).toMatch(
      / 127\.0\.0\.1:\d+ cannot be reached \(this port does not speak TLS, which an https address wants\)\./,
    );
  });

  test('the proxy gets its own user and password, and nobody sees them', async () => {
    const { proxy, folder } = await farPlatform();
    const withUser = proxy.url.replace('http://', 'http://me:proxy-password@');
    const { answer } = await tested(PLATFORM, folder, { ...variables(proxy), HTTPS_PROXY: withUser });
    expect(answer.result).toBe('works');
    expect(proxy.authorizations[0]).toBe(`Basic ${Buffer.from('me:proxy-password').toString('base64')}`);
    proxy.close();
    const gone = await tested(PLATFORM, folder, { ...variables(proxy), HTTPS_PROXY: withUser });
    expect(gone.answer.failedAt).toBe('proxy');
    expect(gone.said).not.toContain('proxy-password');
  });

  test.each([407, 502])('a proxy that answers %i is the proxy’s failure', async (status) => {
    const { proxy, folder } = await farPlatform(status);
    const { code, answer } = await tested(PLATFORM, folder, variables(proxy));
    expect([code, answer.failedAt]).toEqual([1, 'proxy']);
    expect(answer.message).toMatch(new RegExp(`The proxy on the way to platform\\.example .*${status}`));
  });

  test.each(['http://127.0.0.1:1', 'http://proxy.invalid:3128', 'not an address'])(
    'so is one that is not there: %s',
    async (address) => {
      const folder = await emptyFolder();
      const { answer } = await tested(PLATFORM, folder, { ...PASSWORD, HTTPS_PROXY: address });
      expect(answer).toMatchObject({ failedAt: 'proxy', cause: 'proxy', host: 'platform.example' });
    },
  );

  test('this machine is reached without it, and so are the hosts of NO_PROXY', async () => {
    const { sandbox, proxy, folder } = await farPlatform();
    expect((await tested(sandbox.url, folder, variables(proxy))).answer.result).toBe('works');
    const { answer } = await tested('https://platform.invalid', folder, { ...variables(proxy), NO_PROXY: '.invalid' });
    expect(answer.failedAt).toBe('name');
    expect(proxy.asked).toEqual([]);
  });
});

describe('without a proxy', () => {
  test('says in lines which step fails, and those before it', async () => {
    const { url } = await runningSandbox();
    const folder = await emptyFolder();
    const { code, result } = await pmjob(['test-connection', '--url', url], {
      folder: folder.path,
      variables: { ...PASSWORD, PMJOB_PASSWORD: 'wrong-password' },
    });
    expect(code).toBe(1);
    expect(result.replaceAll(new URL(url).host, 'HOST')).toMatchInlineSnapshot(`
      "HOST
        ok     The host’s name
        ok     The proxy, if there is one
        ok     The network
        fails  The sign-in
        -      The address of the API
        -      The permission to see jobs
        -      The platform’s answer
        -      The subscription
      The connection to HOST does not work: the sign-in fails. HOST does not accept the sign-in. Check the user and the password, or set a new token.
      "
    `);
  });

  test.each([
    [{ fault: 'unauthorised' }, 'sign-in'],
    [{ fault: 'forbidden' }, 'permission'],
    [{ fault: 'not-found' }, 'address'],
    [{ fault: 'answer', status: 407, body: '' }, 'proxy'],
  ])('%j is the failure of %s', async (fault, step) => {
    const sandbox = await runningSandbox();
    await sandbox.fault({ ...fault, match: { method: 'GET' }, times: 10 });
    const folder = await emptyFolder();
    const { answer } = await tested(sandbox.url, folder, { PMJOB_TOKEN: 'sandbox' });
    expect(answer.failedAt).toBe(step);
  });

  test.each([
    { fault: 'redirect', location: 'https://elsewhere.example/' },
    { fault: 'not-found' },
    { fault: 'answer', status: 200, body: '<html>', contentType: 'text/html' },
    { fault: 'rate-limited' },
    { fault: 'server-error' },
  ])('%j in the place of a sign-in is its failure, and nothing after it holds', async (fault) => {
    const sandbox = await runningSandbox();
    await sandbox.fault({ ...fault, match: { path: '/auth' }, times: 10 });
    const folder = await emptyFolder();
    const { answer } = await tested(sandbox.url, folder, PASSWORD);
    expect(answer.failedAt).toBe('sign-in');
    const states = Object.fromEntries(answer.steps.map(({ step, state }: Record<string, string>) => [step, state]));
    expect(states).toMatchObject({ network: 'holds', 'sign-in': 'fails', address: 'not-tried', answer: 'not-tried' });
  });

  test('a token that has ended is told with its time, and not sent', async () => {
    const sandbox = await runningSandbox();
    const claims = Buffer.from(JSON.stringify({ exp: 1767600000 })).toString('base64url');
    const token = `e30.${claims}.signature`;
    const folder = await emptyFolder();
    const { answer, said } = await tested(sandbox.url, folder, { PMJOB_TOKEN: token });
    expect([answer.failedAt, answer.cause]).toEqual(['sign-in', 'token-expired']);
    expect(answer.message).toContain('ended at 2026-01-05 08:00 UTC');
    expect(said).not.toContain(claims);
    expect(await sandbox.requests()).toEqual([]);
  });

  test('a token whose end no calendar has is tried, and its end is not known', async () => {
    const server = createServer((_, response) => response.end('[]'));
    const port = await listen(server);
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const token = `e30.${Buffer.from(JSON.stringify({ exp: -1e300 })).toString('base64url')}.signature`;
    const folder = await emptyFolder();
    const { code, answer } = await tested(`http://127.0.0.1:${port}`, folder, { PMJOB_TOKEN: token });
    expect([code, answer.result, answer.expires]).toEqual([0, 'works', null]);
    expect(answer.message).not.toContain('until');
  });

  test('an empty subscription works, and that it is not known is said', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
    });
    const port = await listen(server);
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const folder = await emptyFolder();
    const { code, answer } = await tested(`http://127.0.0.1:${port}`, folder, { PMJOB_TOKEN: 'bare' });
    expect([code, answer.customerId, answer.user, answer.expires]).toEqual([0, null, null, null]);
    expect(answer.message).toContain('cannot be told yet');
  });
});
