// What the scripts of the lab pages share: keys instead of a mouse, and the engine's own numbers beside those that are shown.
import type { Locator, Page } from 'playwright';

/** As the page has them. */
interface Live {
  readonly session: {
    readonly state: { readonly current?: { readonly step: number; readonly phase: string } };
    tap(request: { path: string }): {
      readonly current?: { readonly data: ArrayLike<number>; readonly inputId: number };
      subscribe(listener: () => void): () => void;
    };
  };
}

/** What the engine has computed for a path now. */
export const computed = (page: Page, path: string, model = 'cnn-model'): Promise<readonly number[]> =>
  page.evaluate(
    async ([wanted, selector]) => {
      const { session } = document.querySelector(selector!) as unknown as Live;
      const tap = session.tap({ path: wanted! });
      // What is there may be of an earlier moment: the engine answers a new watcher at once.
      const before = tap.current;
      const answered = new Promise<void>((resolve) => {
        const leave = tap.subscribe(() => {
          if (tap.current === before) return;
          leave();
          resolve();
        });
      });
      await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, before ? 500 : 10_000))]);
      return Array.from(tap.current!.data);
    },
    [path, model],
  );

export const state = (page: Page): Promise<{ readonly step: number; readonly phase: string }> =>
  page.evaluate(() => {
    const { session } = document.querySelector('cnn-model') as unknown as Live;
    return { step: -1, phase: 'none', ...session.state.current };
  });

/** Goes there and presses Enter, as somebody without a mouse does. */
export async function press(locator: Locator, key = 'Enter'): Promise<void> {
  await locator.first().focus();
  await locator.page().keyboard.press(key);
}

/** Draws a line from the middle of the pad to the right, with the keys. */
export async function drawByKeys(page: Page): Promise<void> {
  await page.locator('cnn-draw-pad .pad').focus();
  for (const key of ['Delete', 'Space', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Space'])
    await page.keyboard.press(key);
}

/** The first number after `mark`, written with any minus. */
export function numberAfter(text: string | null, mark: RegExp): number {
  const found = new RegExp(`${mark.source}\\s*([+−-]?[\\d,]+(?:\\.\\d+)?)`).exec(text ?? '')?.[1];
  if (found === undefined) throw new Error(`expected a number after ${mark} in: ${text}`);
  return Number(found.replace('−', '-').replaceAll(',', ''));
}
