/** How long after a key the screen has painted what the key asks for, in the browser's own time. */
import type { Page } from 'playwright';

export interface Expected {
  /** The alert in hand: this one, or any other than `not`. */
  readonly alert: { readonly is: number } | { readonly not: number };
  /** What the page must say besides. */
  readonly text: string;
}

const waitMs = 20_000;

/** Presses a key and gives the milliseconds from its event to the frame that shows what is expected. */
export async function pressed(page: Page, key: string, expected: Expected): Promise<number> {
  const shown = shownAfterKey(page, expected);
  await page.keyboard.press(key);
  return shown;
}

/** Milliseconds from the next key to the frame that shows what is expected; more than one may be awaited for one key. */
export function shownAfterKey(page: Page, expected: Expected): Promise<number> {
  return page.evaluate(
    ({ alert, text, most }) =>
      new Promise<number>((resolve, reject) => {
        const number = () =>
          Number(
            /Alert (\d+)/.exec(document.querySelector('main header p')?.textContent ?? '')?.[1] ?? Number.NaN,
          );
        const isShown = () => {
          const present = number();
          if (Number.isNaN(present) || ('is' in alert ? present !== alert.is : present === alert.not))
            return false;
          return document.querySelector('main')?.textContent?.includes(text) === true;
        };
        const onKey = (event: KeyboardEvent) => {
          const look = () => {
            if (performance.now() - event.timeStamp > most) reject(new Error(`"${text}" was not shown.`));
            else if (!isShown()) requestAnimationFrame(look);
            // The frame that this callback belongs to is painted before the message is taken.
            else {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => resolve(performance.now() - event.timeStamp);
              requestAnimationFrame(() => channel.port2.postMessage(null));
            }
          };
          requestAnimationFrame(look);
        };
        window.addEventListener('keydown', onKey, { capture: true, once: true });
      }),
    { ...expected, most: waitMs },
  );
}

/** Number of the alert in hand. */
export const alertInHand = async (page: Page): Promise<number> =>
  Number(/Alert (\d+)/.exec((await page.locator('main header p').first().textContent()) ?? '')?.[1]);
