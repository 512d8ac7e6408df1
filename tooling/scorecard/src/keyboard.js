// Somebody who has keys and ears alone: where the focus is, and what is spoken.
/* global document -- in the page, not here */

/** Presses Tab until the focus is where it should be. @throws Error after 60 */
export async function tabTo(visitor, selector) {
  for (let count = 0; count < 60; count++) {
    await visitor.press('Tab');
    if (await visitor.page.evaluate(isFocused, selector)) return;
  }
  throw new Error(`no way by Tab to ${selector}`);
}

/** To be evaluated in the page. */
export const isFocused = (selector) => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.matches(selector) ?? false;
};

/** A key that is held down for so many repeats is one key. */
export async function hold(visitor, key, times) {
  for (let time = 0; time < times; time++) await visitor.page.keyboard.down(key);
  await visitor.page.keyboard.up(key);
  visitor.keys++;
}

/** What the regions of the page say that speak by themselves. */
export const spoken = (page) =>
  page.evaluate(() => {
    const found = [];
    const walk = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (
          element.matches(
            '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], output',
          )
        )
          found.push(element.textContent.trim().replaceAll(/\s+/g, ' '));
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return found.join(' | ');
  });

/** From the top of the page past its navigation. */
export const skipToContent = (visitor) => visitor.press('Tab', 'Enter');

/** An open 4. */
export async function drawFourByKeys(visitor) {
  await tabTo(visitor, '.pad');
  await hold(visitor, 'ArrowUp', 9);
  await hold(visitor, 'ArrowLeft', 3);
  await visitor.press('Space');
  await hold(visitor, 'ArrowDown', 11);
  await hold(visitor, 'ArrowRight', 10);
  await visitor.press('Space');
  await hold(visitor, 'ArrowUp', 8);
  await hold(visitor, 'ArrowLeft', 4);
  await visitor.press('Space');
  await hold(visitor, 'ArrowDown', 15);
  await visitor.press('Space');
  await visitor.settle();
}
