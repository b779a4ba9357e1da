import { describe, expect, it } from 'vitest';
import { useEditor } from './open-editor.ts';
import { usePlatform } from './platform.ts';

const FILE = 'finance-laptops.pmjob.json';

describe('a folder that nobody has trusted yet', () => {
  const platform = usePlatform();
  const page = useEditor(() => ({
    files: 'test/page/fixtures/patch-jobs',
    settings: { 'pmjob.sandbox.url': platform().url },
    restricted: true,
  }));

  it('has its job files checked, asks the platform nothing and offers to send nothing', async () => {
    await page().openFile(FILE);
    await expect.poll(() => page().squiggles()).toHaveLength(3);
    await expect.poll(() => page().isTitleActionDisabled('Deploy')).toBe(true);
    expect(await platform().requests()).toEqual([]);
  });
});
