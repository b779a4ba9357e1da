// Builds dist/ when it is missing or older than its sources.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCES = ['client', 'server', 'api', 'cli', 'sandbox', 'schemas', 'scripts/build.mjs', 'package-lock.json'];

export async function buildIfStale(root) {
  const built = await changedAt(join(root, 'dist/cli.js'));
  const newest = Math.max(...(await Promise.all(SOURCES.map((source) => newestIn(join(root, source))))));
  if (newest > built) await import('../build.mjs');
}

async function newestIn(path) {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  return Math.max(found.mtimeMs, ...(await Promise.all(names.map((name) => newestIn(join(path, name))))));
}

async function changedAt(path) {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => 0,
  );
}
