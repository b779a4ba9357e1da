import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { comparison, differingLines, inFront, tabsOf } from './support/comparisons.ts';
import { changeElsewhere, edit, jobFile, pathOf } from './support/files.ts';
import { idIn, Person } from './support/person.ts';
import { Platform } from './support/platform.ts';
import { until } from './support/until.ts';

describe('a push from the editor', () => {
  let platform: Platform;
  let person: Person;

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
  });
  beforeEach(() => platform.forgetRequests());
  after(() => platform.stop());

  it('creates a job after a question that names file, host and fields', async () => {
    const file = await jobFile('Created');
    const id = await person.create(file);
    const question = person.asked[0];
    const host = new URL(platform.url).host;
    for (const part of ['created.pmjob.json', 'Sandbox', host, 'Patches', 'Your machine has been patched'])
      assert.ok(`${question?.message}\n${question?.detail}`.includes(part), `${part} is not in ${question?.detail}`);
    assert.equal((await platform.job(id)).name, 'Created');
    assert.equal(await vscode.env.clipboard.readText(), id);
    assert.deepEqual(await platform.writes(), ['POST /pm/v1/deploymentjob']);
  });

  it('sends nothing when the person says no, and leaves the file unsaved', async () => {
    const file = await jobFile('Not sent');
    await edit(file, '"Disabled"', '"Enabled"');
    await person.run('pmjob.createJob', file, undefined);
    assert.deepEqual(await platform.writes(), []);
    assert.match(await readFile(file.fsPath, 'utf8'), /"Disabled"/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('plans again and asks again when another program wrote the file while it was asked about', async () => {
    const file = await jobFile('Written elsewhere');
    const asked = await person.run(
      'pmjob.createJob',
      file,
      async () => {
        await changeElsewhere(file, '"timeout": 6', '"timeout": 12');
        return 'Create Job';
      },
      'Create Job',
      'Copy ID',
    );
    assert.match(asked[1]?.detail ?? '', /Patch window: 12/);
    const id = idIn(asked);
    assert.equal((await platform.job(id)).timeout, 12);
    assert.deepEqual(await platform.writes(), ['POST /pm/v1/deploymentjob']);
  });

  it('sends nothing of a file that was renamed while it was asked about, and says so', async () => {
    const file = await jobFile('Renamed meanwhile');
    const asked = await person.run('pmjob.createJob', file, async () => {
      const document = await vscode.workspace.openTextDocument(file);
      const renaming = new vscode.WorkspaceEdit();
      renaming.renameFile(file, vscode.Uri.file(pathOf('renamed-since.pmjob.json')));
      await vscode.workspace.applyEdit(renaming);
      await until('a closed document', () => document.isClosed);
      return 'Create Job';
    });
    assert.match(asked.at(-1)?.message ?? '', /renamed-meanwhile\.pmjob\.json was renamed or deleted meanwhile/);
    assert.deepEqual(await platform.writes(), []);
  });

  it('updates the linked job, from an unsaved file, after a save that is told', async () => {
    const file = await jobFile('Updated');
    const id = await person.create(file);
    await edit(file, '"alwaysShowCompletedPrompt": true', '"alwaysShowCompletedPrompt": false');
    const asked = await person.run('pmjob.deploy', file, 'Update Job');
    assert.match(asked[0]?.detail ?? '', /unsaved changes. It is saved before it is sent/);
    assert.match(asked[0]?.detail ?? '', /true → false/);
    assert.match(await readFile(file.fsPath, 'utf8'), /"alwaysShowCompletedPrompt": false/);
    const { postDeployment } = await platform.job(id);
    assert.match(JSON.stringify(postDeployment), /"alwaysShowCompletedPrompt":false/);
    assert.deepEqual(await platform.writes(), ['POST /pm/v1/deploymentjob', `PATCH /pm/v1/deploymentjob/update/${id}`]);
  });

  it('says that nothing changed instead of sending the same again', async () => {
    const file = await jobFile('Unchanged');
    await person.create(file);
    await platform.forgetRequests();
    const asked = await person.run('pmjob.updateJob', file);
    assert.deepEqual([asked.length, asked[0]?.kind], [1, 'ask']);
    assert.deepEqual(await platform.writes(), []);
  });

  it('asks before a second create, and updates instead when that is wanted', async () => {
    const file = await jobFile('Created twice');
    const id = await person.create(file);
    await edit(file, '"timeout": 6', '"timeout": 7');
    await person.run('pmjob.createJob', file, 'Update That Job Instead', 'Update Job');
    assert.equal((await platform.job(id)).timeout, 7);
    const again = await person.run('pmjob.createJob', file, 'Create Another', 'Create Job', 'Copy ID');
    assert.notEqual(idIn(again), id);
  });

  it('links a file to the job of its name when that is wanted', async () => {
    const id = await person.create(await jobFile('Same name'));
    const other = await jobFile('Other', { '"Other"': '"Same name"', '"timeout": 6': '"timeout": 9' });
    await person.run('pmjob.createJob', other, 'Link to It', 'Update Job');
    assert.equal((await platform.job(id)).timeout, 9);
  });

  it('asks which job when a file without link and id is to be an update', async () => {
    const id = await person.create(await jobFile('Chosen from the list'));
    const file = await jobFile('Local', { '"Local"': '"Chosen from the list"', '"timeout": 6': '"timeout": 10' });
    const asked = await person.run('pmjob.updateJob', file, 'Chosen from the list', 'Update Job');
    assert.ok(asked[0]?.offers.includes('only pre post'));
    assert.ok(asked[0]?.offers.includes('$(edit) Type an id…'));
    assert.equal((await platform.job(id)).timeout, 10);
  });

  it('takes a typed id as well', async () => {
    const id = await person.create(await jobFile('Chosen by id'));
    const file = await jobFile('Local too', { '"Local too"': '"Chosen by id"', '"timeout": 6': '"timeout": 11' });
    await person.run('pmjob.updateJob', file, '$(edit) Type an id…', id, 'Update Job');
    assert.equal((await platform.job(id)).timeout, 11);
  });

  it('stops at a file with errors and shows the first', async () => {
    const file = await jobFile('Wrong', { '"Windows"': '"windows"' });
    const asked = await person.run('pmjob.createJob', file, 'Show');
    assert.match(asked[0]?.message ?? '', /wrong\.pmjob\.json has an error\. Nothing was sent\./);
    assert.match(asked[0]?.detail ?? '', /^Line 4: .*windows/);
    assert.equal(
      vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection),
      '"windows"',
    );
    assert.deepEqual(await platform.writes(), []);
  });

  it('sends a file with errors knowingly, and shows what the platform says of it on the file', async () => {
    const file = await jobFile('Rejected', { '"Windows"': '"windows"' });
    const asked = await person.run('pmjob.createJob', file, 'Push Anyway', 'Create Job');
    assert.match(asked.at(-1)?.message ?? '', /2501/);
    const said = () => vscode.languages.getDiagnostics(file).filter((one) => one.code === 'rejected-by-platform');
    const [diagnostic, ...others] = await until('what the platform said', said, (found) => found.length > 0);
    assert.match(diagnostic?.message ?? '', /2501/);
    assert.deepEqual(others, []);
    await edit(file, '"windows"', '"Windows"');
    await until('its end with the edit', () => said().length === 0);
  });

  it('keeps what the platform said at its field until somebody edits there', async () => {
    const file = await jobFile('Refused');
    await platform.goWrong({
      fault: 'answer',
      status: 400,
      body: { _error: { errorCode: '2501', message: 'invalid value for "timeout"' } },
      match: { method: 'POST', path: '/pm/v1/deploymentjob' },
    });
    await person.run('pmjob.createJob', file, 'Create Job');
    const document = await vscode.workspace.openTextDocument(file);
    const said = () => vscode.languages.getDiagnostics(file).filter((one) => one.code === 'rejected-by-platform');
    const places = () => said().map(({ range }) => document.getText(range));
    await until('what the platform said', places, (found) => found.includes('6'));
    assert.match(said()[0]?.message ?? '', /2501: the body was not understood.*invalid value/);
    await edit(file, '{\n', '{\n\n');
    assert.deepEqual(places(), ['6']);
    await edit(file, '"Refused"', '"Refused once"');
    assert.deepEqual(places(), ['6']);
    await edit(file, '"timeout": 6', '"timeout": 7');
    await until('its end with the edit', places, (found) => found.length === 0);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('says what happened when the platform answers HTML, and links nothing', async () => {
    const file = await jobFile('Behind a gateway');
    await platform.goWrong({ fault: 'bad-gateway', match: { method: 'POST', path: '/pm/v1/deploymentjob' } });
    const asked = await person.run('pmjob.createJob', file, 'Create Job');
    assert.ok(asked.at(-1)?.message.includes(new URL(platform.url).host), asked.at(-1)?.message);
  });

  it('names the host that does not answer, and leaves file and links as they are', async () => {
    const file = await jobFile('Nobody there');
    const links = await readFile(pathOf('.pmjob/links.json'), 'utf8');
    const text = await readFile(file.fsPath, 'utf8');
    const away = await platform.leaveBehind();
    const asked = await person.run('pmjob.createJob', file);
    assert.ok(asked[0]?.message.includes(away), asked[0]?.message);
    assert.equal(await readFile(file.fsPath, 'utf8'), text);
    assert.equal(await readFile(pathOf('.pmjob/links.json'), 'utf8'), links);
    await platform.return();
  });

  it('shows the whole plan beside a question that waits', async () => {
    const file = await jobFile('Looked at', { '"Nothing to do"': JSON.stringify('long '.repeat(30)) });
    const running = person.run('pmjob.createJob', file, 'Show All Changes', 'Copy ID');
    const plan = await until(
      'the plan',
      () => inFront('pmjob-plan'),
      (shown) => shown !== undefined,
    );
    assert.match(plan?.getText() ?? '', /A new job on .* from looked-at\.pmjob\.json/);
    assert.deepEqual(await platform.writes(), []);
    await vscode.commands.executeCommand('pmjob.deployPlan', plan?.uri);
    const asked = await running;
    assert.ok(idIn(asked));
    assert.deepEqual(tabsOf('pmjob-plan'), []);
  });

  it('shows the job as it is beside the job as it will be, and a closed comparison sends nothing', async () => {
    const file = await jobFile('Compared');
    await person.create(file);
    await edit(file, '"timeout": 6', '"timeout": 7');
    await platform.forgetRequests();
    const running = person.run('pmjob.deploy', file, 'Show All Changes');
    const { tab, before, after } = await comparison('pmjob-plan');
    assert.deepEqual(differingLines(before, after), ['  "timeout": 6,', '  "timeout": 7,']);
    await vscode.window.tabGroups.close(tab);
    await running;
    assert.deepEqual(await platform.writes(), []);
    await person.run('pmjob.deployPlan', after.uri);
    assert.match(person.asked[0]?.message ?? '', /over, so nothing was done/);
    assert.deepEqual(await platform.writes(), []);
  });

  it('shows the lines of a changed script when they are asked for, and writes none to the log', async () => {
    const script = (text: string) => JSON.stringify(Buffer.from(text).toString('base64'));
    const action = (text: string) =>
      `"preDeployActions": [{ "action": "Run Script", "actionType": "predeploy", "params": { "actionItem": "Say", "timeout": 180 }, "script": ${script(text)}, "scriptType": "ps" }],`;
    const file = await jobFile('Scripted', { '"timeout": 6,': `"timeout": 6, ${action('one\ntwo\n')}` });
    await person.create(file);
    await edit(file, script('one\ntwo\n'), script('one\nthree\n'));
    const running = person.run('pmjob.deploy', file, 'Show All Changes');
    const plan = await until(
      'the plan',
      () => inFront('pmjob-plan'),
      (shown) => shown !== undefined,
    );
    assert.doesNotMatch(plan?.getText() ?? '', /three/);
    assert.match(plan?.getText() ?? '', /script of 2 lines/);
    await vscode.commands.executeCommand('pmjob.showPlanScripts', plan?.uri);
    const lines = await until(
      'the script',
      () => inFront('pmjob-plan'),
      (shown) => shown?.getText() === 'one\nthree\n',
    );
    await vscode.commands.executeCommand('pmjob.deployPlan', lines?.uri);
    await running;
    assert.deepEqual(tabsOf('pmjob-plan'), []);
  });
});
