// What axe calls serious or critical on a page, shadow roots included.
/* global window -- in the page, not here */
import axe from '../../test/axe.js';

export async function seriousFindings(page) {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id }) => id);
  });
}
