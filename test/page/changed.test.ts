import { describe, expect, it } from 'vitest';
import { useEditor } from './open-editor.ts';
import { takePicture } from './pictures.ts';
import { usePlatform } from './platform.ts';

const FILE = 'pilot-group.pmjob.json';
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** One job that two people change: each test goes on where the last ended. */
describe('a job that somebody else changes too', () => {
  const platform = usePlatform();
  const page = useEditor(() => ({
    files: 'test/page/fixtures/changed',
    settings: { 'pmjob.sandbox.url': platform().url },
  }));
  let id = '';

  it('is looked at before it is updated, beside what it is now, and sent from there', async () => {
    await page().openFile(FILE);
    await page().titleAction('Deploy');
    await (await page().dialog()).press('Create Job');
    id = UUID.exec((await page().notification(UUID)).text)?.[0] ?? '';
    await platform().forgetRequests();
    await typeOver('"timeout": 6', '8');
    await page().titleAction('Deploy');
    await (await page().dialog()).press('Show All Changes');
    await page().notification(/is not updated yet/);
    await expect.poll(() => page().comparedLines()).toEqual({ gone: ['"timeout": 6,'], come: ['"timeout": 8,'] });
    expect(await platform().writes()).toEqual([]);
    await takePicture(page(), 'plan');
    await page().titleAction('Deploy This Plan');
    await page().notification(/is updated on/);
    expect((await platform().job(id)).timeout).toBe(8);
    await expect.poll(() => page().notifications()).not.toContainEqual(expect.stringMatching(/is not updated yet/));
  });

  it('is merged into the file, and what both changed is chosen there', async () => {
    await platform().changeBehind(id, { timeout: 9, description: 'The whole pilot group, on demand' });
    await page().openFile(FILE);
    await typeOver('"timeout": 8', '7');
    await page().titleAction('Deploy');
    const dialog = await page().dialog();
    expect(dialog.message).toContain('Somebody else changed the job');
    expect(dialog.detail).toMatch(/Patch window: was 8, is 9 on the server, 7 in the file/);
    await dialog.press('Merge');
    await page().notification(/One place waits for your choice/);
    await expect.poll(() => page().text()).toContain('=======');
    await takePicture(page(), 'merge');
    await page().lens('Accept Incoming Change');
    await expect.poll(() => page().text()).not.toContain('=======');
    expect(await page().text()).toContain('"timeout": 9');
    expect(await page().text()).toContain('The whole pilot group');
  });

  it('is known to be updated when the person cancels after it was sent', async () => {
    await platform().forgetRequests();
    await typeOver('"timeout": 9', '5');
    await platform().goWrong({ fault: 'delay', match: { method: 'PATCH' }, milliseconds: 15_000, after: true });
    await page().titleAction('Deploy');
    await (await page().dialog()).press('Update Job');
    const sending = await page().notification(/Sending pilot-group/);
    await expect.poll(() => platform().writes()).toHaveLength(1);
    await sending.press('Cancel');
    await page().notification(/is updated on .* The answer was lost/);
    expect((await platform().job(id)).timeout).toBe(5);
    expect(await platform().writes()).toEqual([`PATCH /pm/v1/deploymentjob/update/${id}`]);
  });

  it('stays as it is when the person cancels before it was sent', async () => {
    await platform().forgetRequests();
    await typeOver('"timeout": 5', '4');
    await page().titleAction('Deploy');
    const dialog = await page().dialog();
    const path = `/pm/v1/deploymentjob/${id}`;
    await platform().goWrong({ fault: 'delay', match: { method: 'GET', path }, milliseconds: 15_000 });
    await dialog.press('Update Job');
    await (await page().notification(/Sending pilot-group/)).press('Cancel');
    await expect.poll(() => page().notifications()).not.toContainEqual(expect.stringMatching(/Sending/));
    expect(await platform().writes()).toEqual([]);
    expect((await platform().job(id)).timeout).toBe(5);
  });

  it('is told in plain text, whatever words the platform chooses', async () => {
    await platform().goWrong({
      fault: 'answer',
      status: 422,
      body: {
        _error: { errorCode: '2501', message: 'See [the manual](command:workbench.action.files.newUntitledFile).' },
      },
      match: { method: 'PATCH' },
    });
    await page().titleAction('Deploy');
    await (await page().dialog()).press('Update Job');
    expect((await page().notification(/See/)).text).toContain(
      '[the manual] (command:workbench.action.files.newUntitledFile)',
    );
  });

  it('is asked about by its whole name when it is deleted, whatever that is', async () => {
    const name = '[Nightly](command:workbench.action.files.newUntitledFile)';
    await platform().changeBehind(id, { name });
    await page().commandPalette('PM Job: Delete Job…');
    await (await page().dialog()).press('Delete Job');
    const input = await page().quickPick(name);
    expect(await input.message()).toContain('[Nightly] (command:workbench.action.files.newUntitledFile)');
    await input.enter('Nightly');
    await expect
      .poll(() => input.message())
      .toContain('Type [Nightly] (command:workbench.action.files.newUntitledFile) exactly.');
    await page().press('Escape');
    expect((await platform().job(id)).name).toBe(name);
  });

  /** Replaces the digit at the end of a text. */
  async function typeOver(text: string, digit: string): Promise<void> {
    await page().selectText(text);
    await page().press('ArrowRight');
    await page().press('Backspace');
    await page().typeText(digit);
  }
});
