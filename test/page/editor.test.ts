import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useEditor } from './open-editor.ts';

describe('the editor in the browser', () => {
  const page = useEditor(() => ({ files: 'test/page/fixtures/workspace' }));

  it('shows a file of the folder, and underlines what is wrong in it', async () => {
    await page().openFile('plain.json');
    expect(await page().text()).toContain('"name": "patch night"');
    await expect.poll(() => page().squiggles()).toEqual([{ severity: 'error', line: 3, text: ',' }]);
  });

  it('saves what is typed', async () => {
    await page().openFile('jobs/below.json');
    await page().selectText('true');
    await page().typeText('false');
    await page().save();
    expect(await readFile(join(page().folder, 'jobs/below.json'), 'utf8')).toBe('{ "below": false }\n');
  });
});
