import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { useEditor } from './open-editor.ts';
let sandbox: Sandbox;
beforeAll(async () => { sandbox = await startSandbox({}); });
afterAll(() => sandbox.close());
describe('x', () => {
  const page = useEditor(() => ({ files: 'test/page/fixtures/journey', settings: { 'pmjob.sandbox.url': sandbox.url } }));
  it('y', async () => {
    await page().openFile('finance-laptops.pmjob.json');
    console.log(await page().explorerMenuLabels('finance-laptops.pmjob.json'));
    console.log(await page().explorerMenuLabels('notes.txt'));
    await new Promise((r) => setTimeout(r, 3000));
    console.log(await page().statusBar());
    await page().pressStatusItem('Sandbox');
    console.log(await (await page().quickPick()).items());
    await page().screenshot('/tmp/page1.png');
  });
});
