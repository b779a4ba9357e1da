import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from '../cli/support/pmjob.ts';
import { FILE, jobFolder } from './folder.ts';
import { EDITED, FIRST, inWords, NAME } from './job.ts';
import { type Platform, startPlatform, TOKEN } from './platform.ts';
import { run } from './terminal.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());

const SIGN_IN = { PMJOB_TOKEN: TOKEN };

test.each([
  ['the intent', /^intents\/.*\.json$/],
  ['the base', /^base\/.*\.json$/],
  ['the lock of the links', /^locks\//],
  ['the links', /^links\.json$/],
  ['the history', /^history\//],
])('killed as soon as %s is written, the next push ends with one job that is as the file says', async (_, file) => {
  for (const body of [FIRST, EDITED]) {
    const folder = await jobFolder();
    const words = ['push', '--url', platform.url, '--yes', '--format', 'json', FILE];
    if (body === EDITED) {
      await folder.write(FIRST);
      await run(words, folder.path, SIGN_IN);
    }
    await folder.write(body);
    const child = start(words, { folder: folder.path, variables: SIGN_IN });
    const watcher = watch(join(folder.path, '.pmjob'), { recursive: true }, (_, name) => {
      if (file.test(name ?? '')) child.kill('SIGKILL');
    });
    await once(child, 'close');
    watcher.close();
    const next = await run(words, folder.path, SIGN_IN);
    expect(JSON.parse(next.result).outcome).toMatch(/^(created|updated|unchanged)$/);
    expect(inWords(await platform.stored(NAME))).toBe(body === FIRST ? 'first' : 'edited');
    expect(await folder.kept()).toMatchObject({ known: 'link+base', intent: '-' });
    await platform.remove(NAME);
    await folder.remove();
  }
});
