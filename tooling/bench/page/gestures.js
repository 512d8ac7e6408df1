// What the visitor does while the page is measured: draws digits with the mouse and scrolls, again and again.

const digit = [
  [0.3, 0.2],
  [0.45, 0.14],
  [0.62, 0.18],
  [0.68, 0.32],
  [0.6, 0.45],
  [0.45, 0.5],
  [0.6, 0.54],
  [0.7, 0.68],
  [0.62, 0.82],
  [0.45, 0.86],
  [0.3, 0.8],
];

/** Draws a 3 on the pad, one move a frame or so. */
export async function drawDigit(page, pad) {
  const box = await pad.boundingBox();
  if (!box) throw new Error('bench page: the draw pad is not on screen.');
  const at = ([x, y]) => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(digit[0]));
  await page.mouse.down();
  for (const point of digit.slice(1)) await page.mouse.move(...at(point), { steps: 5 });
  await page.mouse.up();
}

/** Scrolls down and back up in small turns of the wheel. */
export async function scrollAbout(page) {
  for (const turn of [120, 120, 120, -120, -120, -120]) {
    await page.mouse.wheel(0, turn);
    await page.waitForTimeout(80);
  }
}
