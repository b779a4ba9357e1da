import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, onTestFailed } from 'vitest';
import { chromiumPage } from '../../scripts/host/chromium.mjs';
import { ensureBrowser, ensureEditor } from '../../scripts/host/install.mjs';
import { root } from '../../scripts/host/packages.mjs';
import { startEditor } from '../../scripts/host/server.mjs';
import { EditorPage } from './editor-page.ts';

/** Milliseconds for one wait on the screen. */
const patience = 45_000;

export interface EditorSetup {
  /** The files that the editor shows; a folder of the clone, copied for each file of tests. */
  files: string;
  settings?: Record<string, unknown>;
  env?: NodeJS.ProcessEnv;
  /** The folder is restricted until a person trusts it. */
  restricted?: boolean;
  /** A packaged extension, installed as a person would, instead of the clone's folder. */
  vsix?: string;
}

/**
 * Gives the tests of a file one editor with the built extension, in a real browser, and takes it down after them. A failing
 * test names a picture of the screen. The setup is asked for when the tests start, so that it can name what they started.
 */
export function useEditor(setup: () => EditorSetup): () => EditorPage {
  let editor: { page: EditorPage; close(): Promise<void> } | undefined;
  const page = (): EditorPage => {
    if (!editor) throw new Error('The editor is there in the tests alone, not before them.');
    return editor.page;
  };
  beforeAll(async () => {
    editor = await openEditor(setup());
  });
  beforeEach(() => {
    onTestFailed(async ({ task }) => {
      if (editor) process.stderr.write(`Picture of "${task.name}": ${await editor.page.pictureForPerson()}\n`);
    });
  });
  afterAll(async () => {
    await editor?.close();
  });
  return page;
}

async function openEditor({
  files,
  settings,
  env,
  vsix,
  restricted,
}: EditorSetup): Promise<{ page: EditorPage; close(): Promise<void> }> {
  const opened: (() => Promise<void>)[] = [];
  const close = () => undoAll(opened);
  const temporary = await mkdtemp(join(tmpdir(), 'pmjob-page-'));
  opened.push(() => rm(temporary, { recursive: true, force: true }));
  try {
    const folder = join(temporary, basename(files));
    await cp(join(root, files), folder, { recursive: true });
    const server = await startEditor({
      editor: await ensureEditor(),
      folder,
      ...(vsix === undefined ? { extensions: [root] } : { vsix }),
      settings: {
        'workbench.secondarySideBar.defaultVisibility': 'hidden',
        'editor.minimap.enabled': false,
        // A row's tooltip lies over the next row, and takes its clicks, as long as the mouse rests.
        'workbench.hover.delay': 600_000,
        ...settings,
      },
      env: { ...process.env, ...env },
      ...(restricted === true && { askTrust: true }),
    });
    opened.push(server.stop);
    const browser = await chromiumPage(await ensureBrowser());
    opened.push(browser.close);
    browser.page.setDefaultTimeout(patience);
    await browser.page.goto(server.url);
    await browser.page.locator('.explorer-viewlet .monaco-list-row').first().waitFor();
    return { page: new EditorPage(browser.page, folder), close };
  } catch (failure) {
    await close();
    throw failure;
  }
}

/** The last first, and each of them, whatever becomes of the others. */
async function undoAll(opened: (() => Promise<void>)[]): Promise<void> {
  const undo = opened.pop();
  if (!undo) return;
  try {
    await undo();
  } finally {
    await undoAll(opened);
  }
}
