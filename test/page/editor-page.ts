import type { Locator, Page } from 'playwright-core';
import { type Dialog, dialogOn } from './dialog.ts';
import { type Notification, notificationOn, notificationsOn } from './notification.ts';
import { goToOn, type QuickPick, quickPickOn, runCommandOn } from './quick-pick.ts';
import { exactly, moment, Screen } from './screen.ts';
import { readSquiggles, type Squiggle } from './squiggles.ts';

/**
 * The editor as a person uses it: names of things on the screen in, what is read there out. Every wait ends as soon as the
 * thing is there; one that ends in vain says what was waited for and where the picture of the screen is.
 */
export class EditorPage {
  readonly #page: Page;
  readonly #screen: Screen;
  readonly folder: string;

  /** `folder` is the path of the folder that the editor shows. */
  constructor(page: Page, folder: string) {
    this.#page = page;
    this.#screen = new Screen(page);
    this.folder = folder;
  }

  /** Loads the page anew, as a person who reloads the window. */
  reload(): Promise<void> {
    return this.#screen.wait('reloaded window', async () => {
      await this.#page.reload();
      await this.#page.locator('.explorer-viewlet .monaco-list-row').first().waitFor();
    });
  }

  /** Opens a file of the explorer by its name, and waits for its text. */
  openFile(name: string): Promise<void> {
    return this.#screen.wait(`open ${name}`, async () => {
      await this.#explorerRow(name).dblclick();
      await this.#tab(name).waitFor();
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
    return this.#screen.wait(`go to ${line}:${column}`, async () => {
      await goToOn(this.#screen, line, column);
      await this.#statusItem(`Ln ${line}, Col ${column}`).waitFor();
    });
  }

  /** Selects an occurrence of a text, the first after the cursor, so that typing replaces it. */
  selectText(text: string): Promise<void> {
    return this.#screen.wait(`find ${text}`, async () => {
      const finder = this.#page.locator('.find-widget.visible');
      await this.#screen.actUntil(() => this.#openFinder(), finder, 'visible');
      await finder.locator('.find-part textarea').fill(text);
      await finder.locator('.matchesCount', { hasText: /\d+ of \d+/ }).waitFor();
      // The first Escape goes to a notification, where there is one.
      await this.#screen.actUntil(() => this.#page.keyboard.press('Escape'), finder, 'hidden');
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
    return this.#screen.wait('suggestions', async () => {
      await this.#openSuggestions();
      return this.#suggestionLabels.allTextContents();
    });
  }

  /** Accepts the suggestion of that label. */
  chooseSuggestion(label: string): Promise<void> {
    return this.#screen.wait(`suggestion ${label}`, async () => {
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
    return this.#screen.wait('change to save', async () => {
      await this.#page.locator('.tab.active.dirty').waitFor();
      await this.#page.keyboard.press('Control+s');
      await this.#page.locator('.tab.active:not(.dirty)').waitFor();
    });
  }

  /** Right-clicks a file in the explorer and picks an entry of the menu. */
  explorerMenu(file: string, label: string): Promise<void> {
    return this.#screen.wait(`menu ${label} of ${file}`, async () => {
      await this.#pickFromMenuOf(this.#explorerRow(file), label);
    });
  }

  /** The labels of the menu of a file in the explorer; the menu is closed again. */
  explorerMenuLabels(file: string): Promise<string[]> {
    return this.#screen.wait(`menu of ${file}`, async () => {
      await this.#screen.actUntil(() => this.#openMenu(this.#explorerRow(file)), this.#menuLabels.first(), 'visible');
      const labels = await this.#menuLabels.allTextContents();
      await this.#page.keyboard.press('Escape');
      await this.#menuLabels.first().waitFor({ state: 'hidden' });
      return labels.filter((label) => label !== '');
    });
  }

  /** Right-clicks into the text and picks an entry of the menu. */
  editorMenu(label: string): Promise<void> {
    return this.#screen.wait(`menu ${label} of the editor`, async () => {
      await this.#pickFromMenuOf(this.#editor, label);
    });
  }

  /** Presses an icon in the editor's title, by its tooltip, once it is enabled. */
  titleAction(label: string): Promise<void> {
    return this.#screen.wait(`title icon ${label}`, () =>
      this.#page.locator(`.editor-actions .action-label:not(.disabled)[aria-label^="${label}"]`).click(),
    );
  }

  /** Is an icon in the editor's title, by its tooltip, there and does it take no click? */
  isTitleActionDisabled(label: string): Promise<boolean> {
    return this.#page.locator(`.editor-actions .action-label.disabled[aria-label^="${label}"]`).isVisible();
  }

  /** Presses a word above a line of the text, such as an offer to accept one side of a conflict. */
  lens(label: string): Promise<void> {
    return this.#screen.wait(`lens ${label}`, () =>
      this.#editor
        .locator('.codelens-decoration a', { hasText: exactly(label) })
        .first()
        .click(),
    );
  }

  /** The lines that a comparison in front shows as gone and as new. */
  comparedLines(): Promise<{ gone: string[]; come: string[] }> {
    return this.#screen.wait('comparison', async () => {
      const diff = this.#page.locator('.editor-group-container.active .monaco-diff-editor');
      await diff.locator('.line-insert, .line-delete').first().waitFor();
      return {
        gone: await linesUnder(diff.locator('.editor.original'), '.line-delete'),
        come: await linesUnder(diff.locator('.editor.modified'), '.line-insert'),
      };
    });
  }

  /** Runs a command of the palette by its full title. */
  commandPalette(title: string): Promise<void> {
    return this.#screen.wait(`command ${title}`, () => runCommandOn(this.#screen, title));
  }

  /** The modal dialog, as soon as there is one. */
  dialog(): Promise<Dialog> {
    return dialogOn(this.#screen);
  }

  /** The quick pick or input box, as soon as there is one. Where one follows another, name the placeholder. */
  quickPick(placeholder?: string): Promise<QuickPick> {
    return quickPickOn(this.#screen, placeholder);
  }

  /** The notification that holds a text, as soon as it is there. */
  notification(text: string | RegExp): Promise<Notification> {
    return notificationOn(this.#screen, text);
  }

  /** The texts of the notifications on the screen now. */
  notifications(): Promise<string[]> {
    return notificationsOn(this.#screen);
  }

  /** The texts on the status bar. */
  async statusBar(): Promise<string[]> {
    const texts = await this.#page.locator('.statusbar-item').allInnerTexts();
    return texts.map((text) => text.replaceAll('\u00a0', ' ').trim()).filter((text) => text !== '');
  }

  /** Presses the item of the status bar that holds a text. */
  pressStatusItem(text: string): Promise<void> {
    return this.#screen.wait(`status bar ${text}`, () => this.#statusItem(text).click());
  }

  /** Writes a picture of the screen (PNG). */
  async screenshot(path: string): Promise<void> {
    await this.#page.screenshot({ path, animations: 'disabled' });
  }

  /** Writes a picture into a temporary folder; returns its path. */
  pictureForPerson(): Promise<string> {
    return this.#screen.pictureForPerson();
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

  /** By keys alone: a click that something lies over would have the text scrolled until nothing does. */
  async #openFinder(): Promise<void> {
    await this.#page.keyboard.press('Control+1');
    await this.#page.keyboard.press('Control+f');
  }

  #tab(name: string): Locator {
    return this.#page.locator(`.tab.active[data-resource-name="${name}"]`);
  }

  #explorerRow(name: string): Locator {
    return this.#screen.row('.explorer-viewlet', name);
  }

  /**
   * An entry stays as it was when its menu opened: greyed, for one that opened before the editor knew that the folder is
   * trusted. A menu does not hear clicks in the first moments either; one that heard a click is gone.
   */
  async #pickFromMenuOf(owner: Locator, label: string): Promise<void> {
    const entry = this.#page
      .locator('.monaco-menu .action-item:not(.disabled) .action-label')
      .filter({ hasText: exactly(label) });
    await this.#screen.actUntil(() => this.#openMenu(owner), entry, 'visible');
    await this.#screen.actUntil(() => entry.click({ timeout: moment }), entry, 'hidden');
  }

  async #openMenu(owner: Locator): Promise<void> {
    if (await this.#menuLabels.first().isVisible()) {
      await this.#page.keyboard.press('Escape');
      await this.#menuLabels.first().waitFor({ state: 'hidden' });
    }
    await owner.click({ button: 'right' });
  }

  #statusItem(text: string): Locator {
    return this.#page.locator('.statusbar-item').filter({ hasText: text });
  }
}

/** The texts of the lines that a mark lies on. */
async function linesUnder(editor: Locator, mark: string): Promise<string[]> {
  const tops = await Promise.all(
    (await editor.locator(`.view-overlays ${mark}`).all()).map((one) => one.boundingBox()),
  );
  const marked = new Set(tops.map((box) => Math.round(box?.y ?? -1)));
  const texts: string[] = [];
  for (const line of await editor.locator('.view-lines > .view-line').all())
    if (marked.has(Math.round((await line.boundingBox())?.y ?? -2)))
      texts.push(((await line.textContent()) ?? '').replaceAll('\u00a0', ' ').trim());
  return texts;
}
