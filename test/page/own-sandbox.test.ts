import { describe, expect, it } from 'vitest';
import { useEditor } from './open-editor.ts';

const FILE = 'pilot-group.pmjob.json';
const HOST = /127\.0\.0\.1:\d+/;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** No setting names a sandbox: the editor starts one of its own. */
describe('the sandbox of a window', () => {
  const page = useEditor(() => ({ files: 'test/page/fixtures/own-sandbox' }));

  it('keeps its address and its jobs when the window is reloaded', async () => {
    await page().openFile(FILE);
    await page().titleAction('Deploy');
    await (await page().dialog()).press('Create Job');
    const created = (await page().notification(/created as job/)).text;

    await page().reload();
    await page().openFile(FILE);
    await page().titleAction('Deploy');
    const again = (await page().notification(/Nothing was sent/)).text;
    expect([HOST.exec(again)?.[0], UUID.exec(again)?.[0]]).toEqual([HOST.exec(created)?.[0], UUID.exec(created)?.[0]]);
  });
});
