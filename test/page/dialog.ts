import { exactly, type Screen } from './screen.ts';

/** A modal dialog as a person reads it. */
export interface Dialog {
  message: string;
  detail: string;
  buttons: string[];
  /** Presses the button of that label and waits until the dialog is gone. */
  press(label: string): Promise<void>;
}

/** The modal dialog, as soon as there is one. */
export function dialogOn(screen: Screen): Promise<Dialog> {
  const box = screen.page.locator('.monaco-dialog-box');
  const button = box.locator('.dialog-buttons .monaco-button');
  return screen.wait('dialog', async () => {
    await button.first().waitFor();
    return {
      message: (await box.locator('.dialog-message-text').textContent()) ?? '',
      detail: (await box.locator('.dialog-message-detail').allInnerTexts()).join('\n'),
      buttons: await button.allInnerTexts(),
      press: (label) =>
        screen.wait(`dialog button ${label}`, async () => {
          await button.filter({ hasText: exactly(label) }).click();
          await box.waitFor({ state: 'detached' });
        }),
    };
  });
}
