// @ts-check
// What tests and `npm start` need beside Node and npm. Runs before any package is there: Node's own modules alone.
import { pathToFileURL } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { ensureEditor } from './editor.mjs';
import { endWith } from './failure.mjs';
import { ensurePackages } from './packages.mjs';

export { ensureBrowser, ensureEditor, ensurePackages };

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await endWith(async () => {
    await ensurePackages();
    const editor = await ensureEditor();
    const browser = await ensureBrowser();
    process.stdout.write(
      `VS Code ${editor.version}: ${editor.serverMain}\nNode: ${editor.node}\nbrowser: ${browser}\n`,
    );
    return 0;
  });
}
