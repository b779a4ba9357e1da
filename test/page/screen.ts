import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** Milliseconds within which the screen answers to a key or a click that it heard, and how often one is tried. */
export const moment = 1_000;
const attempts = 30;

/** What is seen of the editor, and honest waits for it. */
export class Screen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Does a step of a test; when it fails, the error says what was waited for and where a picture of the screen is. */
  async wait<Value>(what: string, step: () => Promise<Value>): Promise<Value> {
    try {
      return await step();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
      throw new Error(`No ${what}: ${reason} Picture: ${await this.pictureForPerson()}`, { cause });
    }
  }

  /** Writes a picture (PNG) into a temporary folder; returns its path. */
  async pictureForPerson(): Promise<string> {
    const path = join(await mkdtemp(join(tmpdir(), 'pmjob-picture-')), 'screen.png');
    await this.page.screenshot({ path });
    return path;
  }

  /** The row of a list or tree that has the label. */
  row(list: string, label: string): Locator {
    const name = this.page.locator('.label-name', { hasText: exactly(label) });
    return this.page.locator(`${list} .monaco-list-row`).filter({ has: name }).first();
  }

  /**
   * Acts again, for instance presses a key, as long as the element did not become visible or hidden within a moment. An act
   * may fail: what the one before it did may come while it is under way.
   */
  async actUntil(act: () => Promise<void>, element: Locator, state: 'visible' | 'hidden'): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await act().catch(() => undefined);
      try {
        return await element.waitFor({ state, timeout: moment });
      } catch (failure) {
        if (attempt === attempts) throw failure;
      }
    }
  }
}

/** A label as a whole, whatever characters it holds. */
export function exactly(label: string): RegExp {
  return new RegExp(`^\\s*${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
