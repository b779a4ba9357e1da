import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { jobFile } from './support/files.ts';
import { until } from './support/until.ts';

const SCHEDULE =
  '"scheduleType": "Weekly",\n  "startDateTime": "2050-01-01 10:00:00 PM",\n  "recurringWeekDays": "0,1,0,0,0,1,0",\n  "timezone": "Asia/Kolkata"';
const SCRIPT = '"script": "R2V0LVNlcnZpY2U=", "scriptType": "ps"';
const ACTIONS = `"preDeployActions": [{ "action": "Run Script", "params": { "actionItem": "List" }, ${SCRIPT} }]`;

describe('completion in the editor', () => {
  it('finds a time zone by its city, its offset and its country', async () => {
    for (const typed of ['Kolk', '+05:30', 'India']) {
      const items = await completeAt(`Zone by ${typed.replace(/\W/g, '')}`, `"On-demand",\n  "timezone": "${typed}‸"`);
      const first = items.sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1)).slice(0, 3);
      const names = first.map(({ label }) => nameOf(label));
      assert.ok(names.includes('"Asia/Kolkata"'), `${typed} offers ${names.join(', ')}`);
    }
  });

  it('gives the zone of a country to a person who types its name and takes the first offer', async () => {
    const { file, position } = await openAt('Zone taken', { '"On-demand"': '"On-demand",\n  "timezone": "India‸"' });
    const editor = await vscode.window.showTextDocument(file);
    editor.selection = new vscode.Selection(position, position);
    await until(
      'the zone',
      async () => {
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
        await new Promise((resolve) => setTimeout(resolve, 300));
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return editor.document.getText();
      },
      (text) => text.includes('"timezone": "Asia/Kolkata"'),
    );
  });

  it('offers days by their names', async () => {
    const items = await completeAt('Days by name', '"Weekly",\n  "recurringWeekDays": "Mon‸"');
    const names = items.map(({ label }) => nameOf(label));
    assert.deepEqual(names.slice(0, 2), ['Monday', 'Tuesday']);
    assert.ok(names.includes('Monday to Friday'));
  });

  it('offers a whole schedule, which leaves a job without an error', async () => {
    const { file, position } = await openAt('Whole schedule', { '"scheduleType": "On-demand",': '‸' });
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      file,
      position,
    );
    const block = list.items.find(({ label }) => nameOf(label) === 'Schedule: every month, after Patch Tuesday');
    assert.ok(block?.insertText instanceof vscode.SnippetString, 'no snippet is offered');
    const editor = await vscode.window.showTextDocument(file);
    await editor.insertSnippet(block.insertText, position);
    assert.match(editor.document.getText(), /"monthlyRecurringType": 1,\r?\n {2}"patchTuesdayPlusXDays": 3/);
    assert.doesNotThrow(() => JSON.parse(editor.document.getText()), editor.document.getText());
    const left = await until(
      'diagnostics without an error',
      () => vscode.languages.getDiagnostics(file),
      (found) => found.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error),
    );
    assert.ok(Array.isArray(left));
  });
});

describe('a hover in the editor', () => {
  it('reads a schedule back as a sentence with its next runs', async () => {
    const said = await hoverAt('Hovered schedule', SCHEDULE.replace('"Weekly"', '"Week‸ly"'));
    assert.match(said, /every week on Monday and Friday at 10:00 PM, Asia\/Kolkata time/);
    assert.match(said, /Mon 3 Jan 2050, 10:00 PM/);
  });

  it('shows a script as text', async () => {
    const said = await hoverAt('Hovered script', `${SCHEDULE},\n  ${ACTIONS.replace('R2V0', 'R2‸V0')}`);
    assert.match(said, /```powershell\nGet-Service\n```/);
    assert.match(said, /11 bytes, 1 line/);
  });

  it('explains a field with its platform, its release and its source', async () => {
    const said = await hoverAt('Hovered field', SCHEDULE, { alwaysShowCompletedPrompt: 'alwaysShow‸CompletedPrompt' });
    for (const fact of [
      'Platform: Windows only',
      'Since: release 3.3',
      'Source: release notes 3.3',
      'Default: `false`',
    ])
      assert.ok(said.includes(fact), `${fact} is not in ${said}`);
  });
});

describe('inlay hints in the editor', () => {
  it('stand beside the start, the days and the script', async () => {
    const { file } = await openAt('Hinted', { '"scheduleType": "On-demand"': `${SCHEDULE},\n  ${ACTIONS}‸` });
    const labels = await until(
      'hints',
      () => hintsOf(file),
      (found) => found.length === 3,
    );
    assert.deepEqual(labels, ['next, once Enabled: Mon 3 Jan 2050, 10:00 PM', 'Mon, Fri', '11 bytes, 1 line']);
  });

  it('are gone while the setting is off, and come back', async () => {
    const { file } = await openAt('Hinted or not', { '"scheduleType": "On-demand"': `${SCHEDULE}‸` });
    const settings = vscode.workspace.getConfiguration('pmjob');
    await until(
      'hints',
      () => hintsOf(file),
      (found) => found.length === 2,
    );
    await settings.update('inlayHints.enabled', false, vscode.ConfigurationTarget.Global);
    assert.deepEqual(await hintsOf(file), []);
    await settings.update('inlayHints.enabled', undefined, vscode.ConfigurationTarget.Global);
    assert.equal((await hintsOf(file)).length, 2);
  });

  it('follow the text', async () => {
    const { file } = await openAt('Hinted while typing', { '"scheduleType": "On-demand"': `${SCHEDULE}‸` });
    const change = new vscode.WorkspaceEdit();
    const document = await vscode.workspace.openTextDocument(file);
    const start = document.getText().indexOf('0,1,0,0,0,1,0');
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + 13));
    change.replace(file, range, '1,1,1,1,1,1,1');
    await vscode.workspace.applyEdit(change);
    await until(
      'the new days',
      () => hintsOf(file),
      (found) => found.includes('every day'),
    );
  });
});

describe('a quick fix in the editor', () => {
  it('replaces a value by the one that was meant', async () => {
    const { file, position } = await openAt('Fixed value', { '"Windows"': '"win‸dows"' });
    await choose('Replace with "Windows"', file, position, 'unknown-value');
    assert.match((await vscode.workspace.openTextDocument(file)).getText(), /"platform": "Windows"/);
  });

  it('moves a field to where it belongs, with the objects on the way', async () => {
    const { file, position } = await openAt('Moved field', {
      '"On-demand"': '"On-demand",\n  "reboot‸Countdown": { "interval": 15, "intervalUnit": "MINUTES" }',
    });
    await choose('Move to postDeployment', file, position, 'misplaced-field');
    const text = (await vscode.workspace.openTextDocument(file)).getText();
    assert.equal(JSON.parse(text).postDeployment.rebootCountdown.interval, 15, text);
  });

  it('inserts what is missing, and for an Enabled job nothing that starts it at once', async () => {
    const { file, position } = await openAt('Missing schedule', {
      '"status": "Disabled",\n  "scheduleType": "On-demand"': '"status": "Enabled"',
      '{': '‸{',
    });
    const title = await choose(/^Insert "scheduleType": "Once" and "startDateTime"/, file, position, 'missing-field');
    assert.ok(title);
    const text = (await vscode.workspace.openTextDocument(file)).getText();
    assert.match(text, /"scheduleType": "Once"/);
  });
});

/** Takes the fix of that title once the diagnostic is there, and waits until it is gone; gives the whole title. */
async function choose(title: string | RegExp, file: vscode.Uri, at: vscode.Position, code: string): Promise<string> {
  const isThere = (): boolean =>
    vscode.languages
      .getDiagnostics(file)
      .some((found) => (typeof found.code === 'object' ? found.code.value : found.code) === code);
  await until(code, isThere);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    file,
    new vscode.Range(at, at),
    vscode.CodeActionKind.QuickFix.value,
  );
  const fix = actions.find((action) => (typeof title === 'string' ? action.title === title : title.test(action.title)));
  assert.ok(fix?.edit, `offered: ${actions.map((action) => action.title).join(', ')}`);
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
  await until(`no ${code}`, () => !isThere());
  return fix.title;
}

/** A job of its own for one test with texts replaced, one of them holding the cursor ‸; gives where that is. */
async function openAt(
  name: string,
  replaced: Record<string, string>,
): Promise<{ file: vscode.Uri; position: vscode.Position }> {
  const file = await jobFile(name, replaced);
  const document = await vscode.workspace.openTextDocument(file);
  const cursor = document.getText().indexOf('‸');
  assert.notEqual(cursor, -1, 'there is no cursor');
  const change = new vscode.WorkspaceEdit();
  change.delete(file, new vscode.Range(document.positionAt(cursor), document.positionAt(cursor + 1)));
  await vscode.workspace.applyEdit(change);
  return { file, position: document.positionAt(cursor) };
}

async function completeAt(name: string, schedule: string): Promise<vscode.CompletionItem[]> {
  const { file, position } = await openAt(name, { '"On-demand"': schedule });
  // Words of the text are what the editor offers before the server is there.
  return until(
    'completion',
    async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        file,
        position,
      );
      return list.items;
    },
    (items) => items.some(({ kind }) => kind !== vscode.CompletionItemKind.Text),
  );
}

async function hoverAt(name: string, schedule: string, replaced: Record<string, string> = {}): Promise<string> {
  const { file, position } = await openAt(name, { '"scheduleType": "On-demand"': schedule, ...replaced });
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', file, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** The labels of the hints of a whole file. */
async function hintsOf(file: vscode.Uri): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(file);
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    file,
    whole,
  );
  return hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

function nameOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}
