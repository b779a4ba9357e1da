import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

const wrong: [from: string, imported: string][] = [
  ['schemas', '../server/judge.ts'],
  ['schemas', 'node:fs'],
  ['server/rules', 'vscode'],
  ['server/rules', 'node:fs'],
  ['server/document', '../lsp/server.ts'],
  ['server/features', '../../api/session.ts'],
  ['server/features', 'vscode-languageserver/node'],
  ['server/lsp', '../../client/extension.ts'],
  ['server/lsp', 'vscode'],
  ['api/push', '../../server/judge.ts'],
  ['api/push', 'node:https'],
  ['api/transport', '../../sandbox/sandbox.ts'],
  ['sandbox', '../server/judge.ts'],
  ['sandbox', '../api/session.ts'],
  ['cli', '../client/extension.ts'],
  ['cli', 'vscode'],
  ['client', '../server/judge.ts'],
  ['client', '../sandbox/sandbox.ts'],
];

const right: [from: string, imported: string][] = [
  ['server/rules', '../../schemas/json.ts'],
  ['server/lsp', 'vscode-languageserver/node'],
  ['server/lsp', '../judge.ts'],
  ['api/transport', 'undici'],
  ['cli', '../server/judge.ts'],
  ['client', '../api/session.ts'],
];

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pmjob-arrows-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the linter refuses the imports that point up, and those alone', () => {
  const configuration = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  write('biome.json', JSON.stringify({ ...configuration, vcs: { enabled: false } }));
  const wrongFiles = wrong.map(([from, imported], index) => fixture(`${from}/wrong-${index}.ts`, imported));
  const rightFiles = right.map(([from, imported], index) => fixture(`${from}/right-${index}.ts`, imported));
  const refused = refusedImports();
  expect(wrongFiles.filter((file) => !refused.has(file))).toEqual([]);
  expect(rightFiles.filter((file) => refused.has(file))).toEqual([]);
});

function fixture(path: string, imported: string): string {
  write(path, `import * as imported from '${imported}';\n\nexport const used = imported;\n`);
  return path;
}

function write(path: string, text: string): void {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The files in which the linter finds an import that is not allowed. */
function refusedImports(): Set<string> {
  const options = ['lint', '--reporter=github', '--max-diagnostics=none'];
  const { stdout, error } = spawnSync(process.execPath, [biome, ...options], { cwd: folder, encoding: 'utf8' });
  if (error) throw error;
  const lines = stdout.split('\n').filter((line) => line.includes('noRestrictedImports'));
  const files = lines.flatMap((line) => /file=([^,]+)/.exec(line)?.[1] ?? []);
  return new Set(files.map((file) => relative(folder, resolve(folder, file)).replaceAll('\\', '/')));
}
