// Bundles the extension, the language server and the command line into dist/.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

await rm(join(root, 'dist'), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: {
    extension: 'client/extension.ts',
    server: 'server/lsp/node.ts',
    cli: 'cli/main.ts',
  },
  outdir: 'dist',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.18',
  external: ['vscode', 'undici'],
  // What is loaded later is required: import() would read undici once more, to find the names that it exports.
  supported: { 'dynamic-import': false },
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
