// Bundles the extension, the language server and the command line into dist/.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
};

await rm(join(root, 'dist'), { recursive: true, force: true });
await build({
  ...common,
  entryPoints: {
    extension: 'client/extension.ts',
    server: 'server/lsp/node.ts',
    cli: 'cli/main.ts',
  },
  outdir: 'dist',
  format: 'cjs',
  platform: 'node',
  target: 'node20.18',
  external: ['vscode', 'undici'],
  // What is loaded later is required: import() would read undici once more, to find the names that it exports.
  supported: { 'dynamic-import': false },
  mainFields: ['module', 'main'],
});
await build({
  ...common,
  entryPoints: { server: 'server/lsp/browser.ts' },
  outdir: 'dist/browser',
  format: 'iife',
  platform: 'browser',
  target: 'es2023',
  alias: { 'vscode-languageserver/node': 'vscode-languageserver/browser' },
});
