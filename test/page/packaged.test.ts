import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/host/packages.mjs';
import { useEditor } from './open-editor.ts';

const FILE = 'patch-night.pmjob.json';
const HOST = /127\.0\.0\.1:\d+/;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** What the clone's folder has and the package lacks is missed by a person alone: so the package is run, too. */
describe('the packaged extension', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pmjob-package-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const page = useEditor(() => ({ files: 'test/page/fixtures/packaged', vsix: packaged(folder) }));

  let created = '';

  it('creates a job in the sandbox that it brings along', async () => {
    await page().openFile(FILE);
    await page().explorerMenu(FILE, 'Create Job');
    await (await page().dialog()).press('Create Job');
    created = (await page().notification(UUID)).text;
    expect(created).toContain('created as job');
  });

  it('finds that sandbox and its jobs again when the window is reloaded', async () => {
    await page().reload();
    await page().openFile(FILE);
    await page().titleAction('Deploy');
    const again = (await page().notification(/Nothing was sent/)).text;
    expect([HOST.exec(again)?.[0], UUID.exec(again)?.[0]]).toEqual([HOST.exec(created)?.[0], UUID.exec(created)?.[0]]);
  });
});

function packaged(folder: string): string {
  const file = join(folder, 'pmjob.vsix');
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const args = [vsce, 'package', '--no-rewrite-relative-links', '--out', file];
  execFileSync(process.execPath, args, { cwd: root, stdio: 'pipe' });
  return file;
}
