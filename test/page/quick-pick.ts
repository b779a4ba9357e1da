import type { Locator } from 'playwright-core';
import type { Screen } from './screen.ts';

/** A quick pick or an input box. */
export interface QuickPick {
  placeholder: string;
  /** The sentence below an input box. */
  message(): Promise<string>;
  /** The labels in view, once there is one. */
  items(): Promise<string[]>;
  choose(label: string): Promise<void>;
  /** Fills the text in and presses Enter. */
  enter(text: string): Promise<void>;
}

const list = '.quick-input-list';

/** The quick pick or input box, as soon as there is one; with a placeholder: the one that shows it. */
export function quickPickOn(screen: Screen, placeholder?: string): Promise<QuickPick> {
  const input = inputOf(screen, placeholder === undefined ? '' : `[placeholder*=${JSON.stringify(placeholder)}]`);
  const labels = screen.page.locator(`${list} .monaco-list-row .label-name`);
  return screen.wait(`quick pick ${placeholder ?? ''}`, async () => {
    await input.waitFor();
    return {
      placeholder: (await input.getAttribute('placeholder')) ?? '',
      message: async () => (await screen.page.locator('.quick-input-message').textContent()) ?? '',
      items: () =>
        screen.wait('items of the quick pick', async () => {
          await labels.first().waitFor();
          return labels.allTextContents();
        }),
      choose: (label) => screen.wait(`item ${label} of the quick pick`, () => screen.row(list, label).click()),
      enter: (text) =>
        screen.wait('input box', async () => {
          await input.fill(text);
          await input.press('Enter');
        }),
    };
  });
}

/** Opens the command palette and runs a command by its full title. */
export async function runCommandOn(screen: Screen, title: string): Promise<void> {
  const input = await openInput(screen, 'F1');
  await input.fill(`>${title}`);
  await screen.row(list, title).click();
}

/** Moves the cursor; line and column count from 1. */
export async function goToOn(screen: Screen, line: number, column: number): Promise<void> {
  const input = await openInput(screen, 'Control+g');
  await input.fill(`:${line}:${column}`);
  await input.press('Enter');
}

/** While the editor is still starting it does not hear keys. */
async function openInput(screen: Screen, key: string): Promise<Locator> {
  const input = inputOf(screen, '');
  await screen.actUntil(() => screen.page.keyboard.press(key), input, 'visible');
  return input;
}

function inputOf(screen: Screen, condition: string): Locator {
  return screen.page.locator(`.quick-input-widget:not(.hidden) input.input${condition}`);
}
