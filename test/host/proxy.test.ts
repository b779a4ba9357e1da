import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { newAuthority } from '../network/authority.ts';
import { type RecordingProxy, startProxy } from '../network/proxy.ts';
import { startTlsFront } from '../network/tls-front.ts';
import { jobFile } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';
import { until } from './support/until.ts';

async function setProxy(url: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('http').update('proxy', url, vscode.ConfigurationTarget.Global);
  await until('the proxy’s setting', () => vscode.workspace.getConfiguration('http').get('proxy') === (url ?? ''));
}

/** An authority that this machine trusts. The editor reads those at its first request beyond this machine: before any test runs. */
const folder = mkdtempSync(join(tmpdir(), 'pmjob-authority-'));
const ours = newAuthority('Our own authority');
writeFileSync(join(folder, 'authority.pem'), ours.certificate);
process.env.SSL_CERT_FILE = join(folder, 'authority.pem');

describe('the editor’s proxy', () => {
  let platform: Platform;
  let person: Person;
  let proxy: RecordingProxy;
  let fronts: { port: number; close(): void }[];

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
    const behind = Number(new URL(platform.url).port);
    const theirs = newAuthority('An authority that nobody trusts');
    const trusted = await startTlsFront(behind, ours.issue('platform.example'));
    const untrusted = await startTlsFront(behind, theirs.issue('untrusted.example'));
    fronts = [trusted, untrusted];
    proxy = await startProxy({ 'platform.example:443': trusted.port, 'untrusted.example:443': untrusted.port });
    await setProxy(proxy.url);
  });
  after(async () => {
    await setProxy(undefined);
    await person.run('pmjob.removeConnection', undefined, 'Far away', 'Remove');
    await person.run('pmjob.removeConnection', undefined, 'Not to be trusted', 'Remove');
    proxy.close();
    for (const front of fronts) front.close();
    rmSync(folder, { recursive: true });
    await platform.stop();
  });

  const add = async (name: string, url: string) => {
    const where = [name, '$(edit) Another address…', url, 'Ask before every push'];
    const asked = await person.run('pmjob.addConnection', undefined, ...where, 'Token', 'sandbox', undefined);
    return asked.at(-1)?.message ?? '';
  };

  it('is the way to a host beyond this machine, with the authorities that this machine trusts', async () => {
    assert.match(await add('Far away', 'https://platform.example'), / works\. It is the subscription/);
    assert.deepEqual([...new Set(proxy.asked)], ['CONNECT platform.example:443']);
  });

  it('is the way of a push', async () => {
    await person.run('pmjob.chooseConnection', undefined, 'Far away');
    const asked = await person.run('pmjob.createJob', await jobFile('Sent far away'), 'Create Job');
    await person.run('pmjob.chooseConnection', undefined, 'Sandbox');
    assert.match(asked.at(-1)?.message ?? '', /created as job .* on Far away/);
    assert.deepEqual(await platform.jobWrites(), ['POST /pm/v1/deploymentjob']);
  });

  it('does not make a certificate of another authority one', async () => {
    assert.match(
      await add('Not to be trusted', 'https://untrusted.example'),
      /does not work: the certificate fails\. The certificate of untrusted\.example is not trusted \(.+\)/,
    );
  });

  it('that lets nothing through is told as the proxy', async () => {
    proxy.close();
    const asked = await person.run('pmjob.testConnection', undefined, 'Far away', undefined);
    assert.match(asked.at(-1)?.message ?? '', /The proxy on the way to platform\.example/);
  });

  it('is not the way to this machine', async () => {
    const asked = await person.run('pmjob.testConnection', undefined, 'Sandbox', undefined);
    assert.match(asked.at(-1)?.message ?? '', / works\./);
  });
});
