import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { edit, jobFile, pathOf } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';
import { until } from './support/until.ts';

const CREATE = { method: 'POST', path: '/pm/v1/deploymentjob' };

describe('a push that nobody can tell the end of', () => {
  let platform: Platform;
  let person: Person;

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
  });
  beforeEach(() => platform.forgetRequests());
  after(() => platform.stop());

  async function jobsNamed(name: string): Promise<number> {
    return (await platform.jobNames()).filter((one) => one === name).length;
  }

  it('finds out at once that the platform had taken it, when only the answer was lost', async () => {
    const file = await jobFile('Answer lost');
    await platform.goWrong({ fault: 'drop-after', match: CREATE });
    const asked = await person.run('pmjob.createJob', file, 'Create Job');
    assert.match(asked.at(-1)?.message ?? '', /created as job .*The answer was lost; looking again/);
    assert.equal(await jobsNamed('Answer lost'), 1);
    const again = await person.run('pmjob.deploy', file);
    assert.match(again[0]?.message ?? '', /Nothing was sent/);
  });

  it('says that it does not know, and the next push settles it, though the file was edited since', async () => {
    const file = await jobFile('Not known');
    await platform.goWrong({ fault: 'drop-before', match: CREATE });
    const asked = await person.run('pmjob.createJob', file, 'Create Job');
    assert.match(asked.at(-1)?.message ?? '', /is not known\..*Push the file again/);
    assert.equal((await intents()).length, 1);
    assert.equal(await jobsNamed('Not known'), 0);
    await edit(file, '"timeout": 6', '"timeout": 8');
    const again = await person.run('pmjob.deploy', file, 'Create Job');
    assert.match(again[0]?.detail ?? '', /counts as not accepted/);
    assert.match(again.at(-1)?.message ?? '', /created as job/);
    assert.equal(await jobsNamed('Not known'), 1);
    assert.deepEqual(await intents(), []);
  });

  it('makes one job when the editor and a command line push the same file at the same moment', async () => {
    for (const round of [1, 2, 3]) {
      const name = `At the same moment ${round}`;
      const file = await jobFile(name);
      await platform.forgetRequests();
      let commandLine: Promise<string> | undefined;
      await person.runAnyWay('pmjob.createJob', file, async () => {
        await platform.forgetRequests();
        const started = pushFromCommandLine(file.fsPath, platform.url);
        commandLine = finished(started);
        // It has looked: both have a plan to create the job, and go on at once.
        await until(
          'the command line’s look',
          () => platform.reads(),
          (reads) => reads > 0,
        );
        return 'Create Job';
      });
      const said = await commandLine;
      assert.equal(await jobsNamed(name), 1, said);
      const links = await readFile(pathOf('.pmjob/links.json'), 'utf8');
      assert.equal(links.split(`at-the-same-moment-${round}`).length, 2, links);
      const after = await person.run('pmjob.deploy', file);
      assert.match(after[0]?.message ?? '', /Nothing was sent/);
      assert.deepEqual(await intents(), []);
    }
  });
});

async function intents(): Promise<string[]> {
  return readdir(pathOf('.pmjob/intents')).catch(() => []);
}

function pushFromCommandLine(file: string, url: string): ChildProcess {
  const extension = vscode.extensions.getExtension('pmjob.pmjob');
  const cli = join(extension?.extensionPath ?? '', 'dist', 'cli.js');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', PMJOB_TOKEN: 'sandbox' };
  return spawn(process.execPath, [cli, 'push', '--url', url, '--yes', file], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What it said, and how it ended. */
async function finished(started: ChildProcess): Promise<string> {
  let said = '';
  for (const stream of [started.stdout, started.stderr]) stream?.on('data', (part) => (said += String(part)));
  const code = await new Promise((resolve) => started.on('close', resolve));
  return `${said}exit code ${code}`;
}
