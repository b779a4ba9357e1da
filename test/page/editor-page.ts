import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { readSquiggles, type Squiggle } from './squiggles.ts';

/** Milliseconds within which the screen answers to a key or a click that it heard, and how often one is tried. */
const moment = 1_000;
const attempts = 15;

/** A modal dialog as a person reads it. */
export interface Dialog {
  message: string;
  detail: string;
  buttons: string[];
  /** Presses the button of that label and waits until the dialog is gone. */
  press(label: string): Promise<void>;
}

/** A quick pick or an input box. */
export interface QuickPick {
  placeholder: string;
  /** The labels in view, once there is one. */
  items(): Promise<string[]>;
  choose(label: string): Promise<void>;
  enter(text: string): Promise<void>;
}

/** A notification on the screen. */
export interface Notification {
  text: string;
  press(label: string): Promise<void>;
}

/**
 * The editor as a person uses it: names of things on the screen in, what is read there out. Every wait ends as soon as the
 * thing is there; one that ends in vain says what was waited for and where the picture of the screen is.
 */
export class EditorPage {
  readonly #page: Page;
  readonly folder: string;

  /** `folder` is the path of the folder that the editor shows. */
  constructor(page: Page, folder: string) {
    this.#page = page;
    this.folder = folder;
  }

  /** Opens a file of the explorer by its path below the folder, and waits for its text. */
  openFile(path: string): Promise<void> {
    return this.#wait(`open ${path}`, async () => {
      const names = path.split('/');
      const file = names.pop() ?? path;
      for (const name of names) {
        const row = this.#explorerRow(name);
        await row.waitFor();
        if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
      }
      await this.#explorerRow(file).dblclick();
      await this.#tab(file).waitFor();
      await this.#editor.locator('.view-line').first().waitFor();
    });
  }

  /** The text in view, line by line. */
  async text(): Promise<string> {
    const lines = await this.#editor.locator('.lines-content > .view-lines > .view-line').all();
    const read = await Promise.all(
      lines.map(async (line) => ({
        top: (await line.boundingBox())?.y ?? 0,
        text: ((await line.textContent()) ?? '').replaceAll('\u00a0', ' '),
      })),
    );
    return read
      .sort((one, other) => one.top - other.top)
      .map(({ text }) => text)
      .join('\n');
  }

  /** The squiggles in view now, from top to bottom; poll it with `expect.poll`. */
  squiggles(): Promise<Squiggle[]> {
    return this.#editor.evaluate(readSquiggles);
  }

  /** Puts the cursor before a character; line and column count from 1, as on the status bar. */
  goTo(line: number, column: number): Promise<void> {
    return this.#wait(`go to ${line}:${column}`, async () => {
      await (await this.#openInput('Control+g')).fill(`:${line}:${column}`);
      await this.#page.keyboard.press('Enter');
      await this.#statusItem(`Ln ${line}, Col ${column}`).waitFor();
    });
  }

  /** Selects the first occurrence of a text after the cursor, so that typing replaces it. */
  selectText(text: string): Promise<void> {
    return this.#wait(`find ${text}`, async () => {
      await this.#editor.locator('.view-lines').click({ position: { x: 5, y: 5 } });
      await this.#page.keyboard.press('Control+f');
      const finder = this.#page.locator('.find-widget.visible');
      await finder.locator('.find-part textarea').fill(text);
      await finder.locator('.matchesCount', { hasText: /\d+ of \d+/ }).waitFor();
      await this.#page.keyboard.press('Escape');
      await this.#statusItem(`(${text.length} selected)`).waitFor();
    });
  }

  /** Types into the editor as a person does: brackets close, suggestions open. */
  async typeText(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Presses a key, by Playwright's name of it. */
  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** The labels of the suggestions in view, asked for when none are shown; they come in steps, so poll it. */
  suggestions(): Promise<string[]> {
    return this.#wait('suggestions', async () => {
      await this.#openSuggestions();
      return this.#suggestionLabels.allTextContents();
    });
  }

  /** Accepts the suggestion of that label. */
  chooseSuggestion(label: string): Promise<void> {
    return this.#wait(`suggestion ${label}`, async () => {
      await this.#openSuggestions();
      await this.#suggestionLabels
        .filter({ hasText: exactly(label) })
        .first()
        .click();
      await this.#suggestWidget.waitFor({ state: 'hidden' });
    });
  }

  /** Saves a changed file and waits until it is written. */
  save(): Promise<void> {
    return this.#wait('change to save', async () => {
      await this.#page.locator('.tab.active.dirty').waitFor();
      await this.#page.keyboard.press('Control+s');
      await this.#page.locator('.tab.active:not(.dirty)').waitFor();
    });
  }

  /** Right-clicks a file in the explorer and picks an entry of the menu. */
  explorerMenu(file: string, label: string): Promise<void> {
    return this.#wait(`menu ${label} of ${file}`, async () => {
      await this.#explorerRow(file).click({ button: 'right' });
      await this.#pickFromMenu(label);
    });
  }

  /** The labels of the menu of a file in the explorer; the menu is closed again. */
  explorerMenuLabels(file: string): Promise<string[]> {
    return this.#wait(`menu of ${file}`, async () => {
      await this.#explorerRow(file).click({ button: 'right' });
      await this.#menuLabels.first().waitFor();
      const labels = await this.#menuLabels.allTextContents();
      await this.#page.keyboard.press('Escape');
      await this.#menuLabels.first().waitFor({ state: 'hidden' });
      return labels.filter((label) => label !== '');
    });
  }

  /** Right-clicks into the text and picks an entry of the menu. */
  editorMenu(label: string): Promise<void> {
    return this.#wait(`menu ${label} of the editor`, async () => {
      await this.#editor.locator('.view-line').first().click({ button: 'right' });
      await this.#pickFromMenu(label);
    });
  }

  /** Presses an icon in the editor's title, by its tooltip. */
  titleAction(label: string): Promise<void> {
    return this.#wait(`title icon ${label}`, () =>
      this.#page.locator(`.editor-actions .action-label[aria-label^="${label}"]`).click(),
    );
  }

  /** Runs a command of the palette by its full title. */
  commandPalette(label: string): Promise<void> {
    return this.#wait(`command ${label}`, async () => {
      await (await this.#openInput('F1')).fill(`>${label}`);
      await this.#quickRow(label).click();
    });
  }

  /** The modal dialog, as soon as there is one. */
  dialog(): Promise<Dialog> {
    const box = this.#page.locator('.monaco-dialog-box');
    const button = box.locator('.dialog-buttons .monaco-button');
    return this.#wait('a dialog', async () => {
      await button.first().waitFor();
      return {
        message: await textOf(box.locator('.dialog-message-text')),
        detail: (await box.locator('.dialog-message-detail').allInnerTexts()).join('\n'),
        buttons: await button.allInnerTexts(),
        press: (label) =>
          this.#wait(`dialog button ${label}`, async () => {
            await button.filter({ hasText: exactly(label) }).click();
            await box.waitFor({ state: 'detached' });
          }),
      };
    });
  }

  /** The quick pick or input box, as soon as there is one. */
  quickPick(): Promise<QuickPick> {
    const input = this.#page.locator('.quick-input-widget:not(.hidden) input.input');
    const labels = this.#page.locator('.quick-input-list .monaco-list-row .label-name');
    return this.#wait('a quick pick', async () => {
      await input.waitFor();
      return {
        placeholder: (await input.getAttribute('placeholder')) ?? '',
        items: () =>
          this.#wait('items of the quick pick', async () => {
            await labels.first().waitFor();
            return labels.allTextContents();
          }),
        choose: (label) => this.#wait(`item ${label} of the quick pick`, () => this.#quickRow(label).click()),
        enter: (text) =>
          this.#wait(`text into the input box`, async () => {
            await input.fill(text);
            await input.press('Enter');
          }),
      };
    });
  }

  /** The notification that holds a text, as soon as it is there. */
  notification(text: string | RegExp): Promise<Notification> {
    const toast = this.#page.locator('.notification-toast').filter({ hasText: text }).first();
    return this.#wait(`notification ${text}`, async () => ({
      text: await textOf(toast.locator('.notification-list-item-message')),
      press: (label) =>
        this.#wait(`notification button ${label}`, () =>
          toast
            .locator('.monaco-button')
            .filter({ hasText: exactly(label) })
            .click(),
        ),
    }));
  }

  /** The texts of the notifications on the screen now. */
  notifications(): Promise<string[]> {
    return this.#page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }

  /** The texts on the status bar. */
  async statusBar(): Promise<string[]> {
    const texts = await this.#page.locator('.statusbar-item').allInnerTexts();
    return texts.map((text) => text.replaceAll('\u00a0', ' ').trim()).filter((text) => text !== '');
  }

  /** Presses the item of the status bar that holds a text. */
  pressStatusItem(text: string): Promise<void> {
    return this.#wait(`status bar ${text}`, () => this.#statusItem(text).click());
  }

  /** Writes a picture of the screen (PNG). */
  async screenshot(path: string): Promise<void> {
    await this.#page.screenshot({ path });
  }

  /** Writes a picture into a temporary folder; returns its path. */
  async pictureForPerson(): Promise<string> {
    const path = join(await mkdtemp(join(tmpdir(), 'pmjob-picture-')), 'screen.png');
    await this.#page.screenshot({ path });
    return path;
  }

  get #editor(): Locator {
    return this.#page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  get #suggestWidget(): Locator {
    return this.#page.locator('.suggest-widget.visible');
  }

  get #suggestionLabels(): Locator {
    return this.#suggestWidget.locator('.monaco-list-row .label-name');
  }

  get #menuLabels(): Locator {
    return this.#page.locator('.monaco-menu .action-label');
  }

  async #openSuggestions(): Promise<void> {
    if (!(await this.#suggestWidget.isVisible())) await this.#page.keyboard.press('Control+Space');
    await this.#suggestionLabels.first().waitFor();
  }

  #tab(name: string): Locator {
    return this.#page.locator(`.tab.active[data-resource-name="${name}"]`);
  }

  #explorerRow(name: string): Locator {
    return this.#rowOf(this.#page.locator('.explorer-viewlet'), name);
  }

  #quickRow(label: string): Locator {
    return this.#rowOf(this.#page.locator('.quick-input-list'), label).first();
  }

  #rowOf(list: Locator, label: string): Locator {
    return list
      .locator('.monaco-list-row')
      .filter({ has: this.#page.locator('.label-name', { hasText: exactly(label) }) });
  }

  /** A menu does not hear clicks in the first moments after it opened; one that heard a click is gone. */
  async #pickFromMenu(label: string): Promise<void> {
    const entry = this.#menuLabels.filter({ hasText: exactly(label) });
    await untilDone(
      () => entry.click(),
      () => entry.waitFor({ state: 'hidden', timeout: moment }),
    );
  }

  /** Opens the input at the top by its key; while the editor is still starting it does not hear keys. */
  async #openInput(key: string): Promise<Locator> {
    const input = this.#page.locator('.quick-input-widget input.input');
    await untilDone(
      () => this.#page.keyboard.press(key),
      () => input.waitFor({ timeout: moment }),
    );
    return input;
  }

  #statusItem(text: string): Locator {
    return this.#page.locator('.statusbar-item').filter({ hasText: text });
  }

  async #wait<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
      throw new Error(`No ${what}: ${reason} Picture: ${await this.pictureForPerson()}`, { cause });
    }
  }
}

/** Acts again as long as the screen did not answer within a moment. */
async function untilDone(act: () => Promise<void>, answered: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await act();
    try {
      return await answered();
    } catch (failure) {
      if (attempt === attempts) throw failure;
    }
  }
}

async function textOf(element: Locator): Promise<string> {
  return (await element.textContent()) ?? '';
}

/** A label as a whole, whatever characters it holds. */
function exactly(label: string): RegExp {
  return new RegExp(`^\\s*${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
