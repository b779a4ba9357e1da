import { join } from 'node:path';
import { root } from '../../scripts/host/packages.mjs';
import type { EditorPage } from './editor-page.ts';

/** Takes a picture for the README when PICTURES=1 asks for it, so that a run of the tests changes no file. */
export async function takePicture(page: EditorPage, name: string): Promise<void> {
  if (process.env.PICTURES === '1') await page.screenshot(join(root, 'docs', 'pictures', `${name}.png`));
}
