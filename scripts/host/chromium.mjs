// @ts-check
import { chromium } from 'playwright-core';

/** What a person with a small screen sees; the pictures are taken at this size. */
const viewport = { width: 1280, height: 800 };

/**
 * Opens an empty page in a Chromium without a window and with an empty profile; it calls nobody on the network by itself.
 *
 * @param {string} executablePath from `ensureBrowser()`
 * @returns {Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>}
 */
export async function chromiumPage(executablePath) {
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
  return { page: await browser.newPage({ viewport }), close: () => browser.close() };
}
