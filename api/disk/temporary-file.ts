import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** No write takes that long, in milliseconds. */
const STALE_AFTER = 10 * 60_000;

const TEMPORARY = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** A name beside a file that nobody else takes, for what is renamed to the file once it is whole. */
export function temporaryFor(target: string): string {
  return `${target}.${randomUUID()}.tmp`;
}

/**
 * Removes from the folder of a file that was just written what killed writes have left there, of the files whose names begin so.
 * How old they are is told by the clock that wrote the file, which on a shared disk is another one's. What cannot be removed stays.
 */
export async function removeStaleTemporaries(written: string, beginning = ''): Promise<void> {
  const folder = dirname(written);
  const now = await changedAt(written);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(beginning) || !TEMPORARY.test(name)) continue;
    const changed = await changedAt(join(folder, name));
    if (now === undefined || changed === undefined || now - changed < STALE_AFTER) continue;
    await rm(join(folder, name)).catch(() => undefined);
  }
}

async function changedAt(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}
