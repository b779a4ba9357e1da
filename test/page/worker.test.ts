import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumPage } from '../../scripts/host/chromium.mjs';
import { ensureBrowser } from '../../scripts/host/install.mjs';
import { root } from '../../scripts/host/packages.mjs';

// The language server of dist/browser in a web worker of a real browser, spoken to as an editor there does: by messages.
type Browser = Awaited<ReturnType<typeof chromiumPage>>;

let browser: Browser;
const site = createServer(async ({ url }, answer) => {
  const [type, ...path] =
    url === '/server.js'
      ? ['text/javascript', 'dist', 'browser', 'server.js']
      : ['text/html', 'test', 'page', 'fixtures', 'worker', 'index.html'];
  answer.setHeader('content-type', type);
  answer.end(await readFile(join(root, ...path)));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  browser = await chromiumPage(await ensureBrowser());
  await browser.page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
});
afterAll(async () => {
  await browser.close();
  site.close();
});

test('finds a mistake, and says what the value under the cursor means', async () => {
  const uri = 'memory:/laptops.pmjob.json';
  const text =
    '{\n  "name": "Patch",\n  "platform": "windows",\n  "type": "Install",\n  "scheduleType": "On-demand"\n}\n';
  const asked = [uri, text, { line: 2, character: 5 }].map((value) => JSON.stringify(value)).join(', ');
  const said = await browser.page.evaluate<{ diagnostics: unknown; hover: unknown }>(`speak(${asked})`);
  expect(said.diagnostics).toMatchObject([
    {
      code: 'unknown-value',
      range: { start: { line: 2, character: 14 }, end: { line: 2, character: 23 } },
      codeDescription: { href: expect.stringMatching(/^https:.*#unknown-value$/) },
    },
  ]);
  expect(said.hover).toMatchObject({ contents: { value: expect.stringContaining('**Platform**') } });
});
