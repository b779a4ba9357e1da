import { exactly, type Screen } from './screen.ts';

/** A notification on the screen. */
export interface Notification {
  text: string;
  press(label: string): Promise<void>;
}

const message = '.notification-list-item-message';

/** The notification that holds a text, as soon as it is there. */
export function notificationOn(screen: Screen, text: string | RegExp): Promise<Notification> {
  const toast = screen.page.locator('.notification-toast').filter({ hasText: text }).first();
  const button = toast.locator('.monaco-button');
  return screen.wait(`notification ${text}`, async () => ({
    text: (await toast.locator(message).textContent()) ?? '',
    press: (label) =>
      screen.wait(`notification button ${label}`, () => button.filter({ hasText: exactly(label) }).click()),
  }));
}

/** The texts of the notifications on the screen now. */
export function notificationsOn(screen: Screen): Promise<string[]> {
  return screen.page.locator(`.notification-toast ${message}`).allInnerTexts();
}
