import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { newAuthority } from '../network/authority.ts';
import { type RecordingProxy, startProxy } from '../network/proxy.ts';
import { startTlsFront } from '../network/tls-front.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';
import { until } from './support/until.ts';

async function setProxy(url: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('http').update('proxy', url, vscode.ConfigurationTarget.Global);
  await until('the proxy’s setting', () => vscode.workspace.getConfiguration('http').get('proxy') === (url ?? ''));
}

describe('the editor’s proxy', () => {
  let platform: Platform;
  let person: Person;
  let proxy: RecordingProxy;
  let front: { port: number; close(): void };

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
    const identity = newAuthority('Our own authority').issue('platform.example');
    front = await startTlsFront(Number(new URL(platform.url).port), identity);
    proxy = await startProxy({ 'platform.example:443': front.port });
    await setProxy(proxy.url);
  });
  after(async () => {
    await setProxy(undefined);
    await person.run('pmjob.removeConnection', undefined, 'Far away', 'Remove');
    proxy.close();
    front.close();
    await platform.stop();
  });

  it('is the way to a host beyond this machine, and who signed its certificate matters', async () => {
    const where = ['Far away', '$(edit) Another address…', 'https://platform.example', 'Ask before every push'];
    const asked = await person.run('pmjob.addConnection', undefined, ...where, 'Token', 'sandbox', undefined);
    assert.deepEqual([...new Set(proxy.asked)], ['CONNECT platform.example:443']);
    assert.match(
      asked.at(-1)?.message ?? '',
      /does not work: the certificate fails\. The certificate of platform\.example is not trusted \(.+\)/,
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
