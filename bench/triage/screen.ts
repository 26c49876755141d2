/** How long after a key the screen has painted what the key asks for, in the browser's own time. */
import type { Page } from 'playwright';

export interface Expected {
  /** The alert in hand: this one, or any other than `not`. */
  readonly alert: { readonly is: number } | { readonly not: number };
  /** What the page must say besides. */
  readonly text: string;
}

const waitMs = 20_000;

/**
 * Presses a key and gives, for each of what is expected, the milliseconds from the key's event to the frame that shows it.
 */
export async function pressed(page: Page, key: string, expected: readonly Expected[]): Promise<number[]> {
  const watches = [];
  // Each watch is in the page before the key is pressed.
  for (const one of expected) watches.push(await watch(page, one));
  await page.keyboard.press(key);
  return Promise.all(watches.map((handle) => handle.evaluate(({ shown }) => shown)));
}

/** Watches from the next key on. */
const watch = (page: Page, expected: Expected) =>
  page.evaluateHandle(
    ({ alert, text, most }) => {
      const number = () =>
        Number(
          /Alert (\d+)/.exec(document.querySelector('main header p')?.textContent ?? '')?.[1] ?? Number.NaN,
        );
      const isShown = () => {
        const present = number();
        if (Number.isNaN(present) || ('is' in alert ? present !== alert.is : present === alert.not)) {
          return false;
        }
        return document.querySelector('main')?.textContent?.includes(text) === true;
      };
      const shown = new Promise<number>((resolve, reject) => {
        const onKey = (event: KeyboardEvent) => {
          const look = () => {
            if (performance.now() - event.timeStamp > most) reject(new Error(`"${text}" was not shown.`));
            else if (!isShown()) requestAnimationFrame(look);
            else {
              // Taken after the frame that follows is painted.
              const channel = new MessageChannel();
              channel.port1.onmessage = () => resolve(performance.now() - event.timeStamp);
              requestAnimationFrame(() => channel.port2.postMessage(null));
            }
          };
          requestAnimationFrame(look);
        };
        window.addEventListener('keydown', onKey, { capture: true, once: true });
      });
      return { shown };
    },
    { ...expected, most: waitMs },
  );

/** Number of the alert in hand. */
export const alertInHand = async (page: Page): Promise<number> =>
  Number(/Alert (\d+)/.exec((await page.locator('main header p').first().textContent()) ?? '')?.[1]);
