import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useEditor } from './open-editor.ts';
import { takePicture } from './pictures.ts';
import { usePlatform } from './platform.ts';

const FILE = 'finance-laptops.pmjob.json';
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** What any update changes in an answer: who did it, and how the platform spells what it keeps of its own. */
const RESPELT_BY_AN_UPDATE = ['updatedBy', 'deletedBy', 'linkedToJob', 'remediationQids'];

/** One person's way with one file, from what is wrong in it to a job that runs: each test goes on where the last ended. */
describe('a job file, from its first mistake to its job', () => {
  const platform = usePlatform();
  const page = useEditor(() => ({
    files: 'test/page/fixtures/patch-jobs',
    settings: { 'pmjob.sandbox.url': platform().url },
  }));
  let id = '';

  it('is underlined where it is wrong', async () => {
    await page().openFile(FILE);
    await expect
      .poll(() => page().squiggles())
      .toEqual([
        { severity: 'error', line: 7, text: '"ON_DEMAND"' },
        { severity: 'error', line: 14, text: '101' },
        { severity: 'error', line: 23, text: '"true"' },
      ]);
    await page().commandPalette('Problems: Focus on Problems View');
    await page().press('ArrowUp');
    await page().commandPalette('View: Toggle Primary Side Bar Visibility');
    await page().goTo(2, 1);
    await takePicture(page(), 'diagnostics');
    await page().commandPalette('View: Toggle Primary Side Bar Visibility');
    await page().commandPalette('View: Toggle Panel Visibility');
  });

  it('offers its menu for job files alone', async () => {
    const ours = ['Deploy', 'Create Job', 'Update Job'];
    expect(await page().explorerMenuLabels(FILE)).toEqual(expect.arrayContaining(ours));
    expect(await page().explorerMenuLabels('notes.txt')).not.toEqual(expect.arrayContaining(['Deploy']));
  });

  it('is completed with the values that the API takes', async () => {
    await page().selectText('"ON_DEMAND"');
    await page().press('Delete');
    await expect
      .poll(() => page().suggestions())
      .toEqual(['"On-demand"', '"Once"', '"Daily"', '"Weekly"', '"Monthly"']);
    await page().chooseSuggestion('"On-demand"');
    await page().selectText('101');
    await page().typeText('100');
    await page().selectText('"true"');
    await page().typeText('true');
    await expect.poll(() => page().squiggles()).toEqual([]);
    await page().save();
    expect(await readFile(join(page().folder, FILE), 'utf8')).toContain('"scheduleType": "On-demand"');
  });

  it('is created from the explorer after a question that says what will be sent, and where', async () => {
    await page().explorerMenu(FILE, 'Create Job');
    const dialog = await page().dialog();
    expect(dialog.message).toBe('Create the job “Finance laptops, second wave” on Sandbox?');
    for (const part of [FILE, new URL(platform().url).host, 'Disabled', 'Your laptop is up to date again.'])
      expect(dialog.detail).toContain(part);
    expect(await platform().writes()).toEqual([]);
    await takePicture(page(), 'confirm');
    await dialog.press('Create Job');
    id = UUID.exec((await page().notification(UUID)).text)?.[0] ?? '';
    expect(await platform().job(id)).toMatchObject({ name: 'Finance laptops, second wave', scheduleType: 'On-demand' });
    expect(await platform().writes()).toEqual(['POST /pm/v1/deploymentjob']);
  });

  it('sends nothing when the question is answered with Cancel', async () => {
    await platform().forgetRequests();
    await page().selectText('"timeout": 6');
    await page().press('ArrowRight');
    await page().press('Backspace');
    await page().typeText('8');
    await page().editorMenu('Update Job');
    const dialog = await page().dialog();
    expect(dialog.detail).toContain('6 → 8');
    expect(dialog.detail).toContain('unsaved changes');
    await dialog.press('Cancel');
    expect(await platform().writes()).toEqual([]);
    expect((await platform().job(id)).timeout).toBe(6);
  });

  it('changes its job, and that field alone', async () => {
    const before = await platform().job(id);
    await page().titleAction('Deploy');
    await (await page().dialog()).press('Update Job');
    await page().notification(/is updated on/);
    const after = await platform().job(id);
    expect(changedFields(before, after)).toEqual(['timeout', ...RESPELT_BY_AN_UPDATE]);
    expect(after.timeout).toBe(8);
    expect(JSON.stringify(after.linkedToJob)).toContain('"threshold":100,"actionIds":["07eed865-');
    expect(await platform().writes()).toEqual([`PATCH /pm/v1/deploymentjob/update/${id}`]);
  });

  it('sends nothing when its planning is cancelled', async () => {
    await platform().forgetRequests();
    const path = `/pm/v1/deploymentjob/${id}`;
    await platform().goWrong({ fault: 'delay', match: { method: 'GET', path }, milliseconds: 15_000 });
    await page().selectText('"timeout": 8');
    await page().press('ArrowRight');
    await page().press('Backspace');
    await page().typeText('9');
    await page().titleAction('Deploy');
    await (await page().notification(/Planning finance-laptops/)).press('Cancel');
    await expect.poll(() => page().notifications()).not.toContainEqual(expect.stringMatching(/Planning/));
    expect(await platform().writes()).toEqual([]);
    expect((await platform().job(id)).timeout).toBe(8);
  });
});

function changedFields(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((key) => JSON.stringify(after[key]) !== JSON.stringify(before[key]));
}
