// What a lab says without being asked, and what it does with a picture of one's own: checked by sums that the test makes.
import { afterAll, expect, it } from 'vitest';
import { computed } from './lab-page.js';
import { openSite } from './visit.js';

const site = await openSite();
afterAll(() => site.close());

const open = async (path: string) => {
  const visit = await site.visit(path, { viewport: { width: 1440, height: 900 } });
  await visit.page.locator('.lab-place:not([aria-busy]) > :not([role="status"])').first().waitFor();
  return visit;
};

it('names the map that answers most, and takes its strongest cell apart', async () => {
  const { page, complaints, close } = await open('/labs/maps');
  const ranking = page.locator('cnn-feature-maps [part="ranking"]');
  const readout = page.locator('cnn-cell [part="readout"]');
  /** What both have to say of the numbers that the engine has now. */
  const expected = async () => {
    const maps = await computed(page, 'conv1/output');
    const value = Math.max(...maps);
    const [unit, cell] = [maps.indexOf(value) % 8, Math.floor(maps.indexOf(value) / 8)];
    const name = `conv1, map ${unit} [${Math.floor(cell / 28)}, ${cell % 28}]`;
    return {
      value,
      first: `first: map ${unit} (${value.toFixed(2)})`,
      told: `${name} is ${value.toFixed(3)}`,
    };
  };
  await expect.poll(async () => (await expected()).value).toBeGreaterThan(0.1);
  const { first, told } = await expected();
  await expect.poll(() => ranking.textContent()).toContain(first);
  await expect.poll(() => readout.textContent()).toContain(told);
  expect(complaints).toEqual([]);
  await close();
});

it('slides the kernel over a picture that was brought, and over a drawing again', async () => {
  const { page, complaints, close } = await open('/labs/kernel');
  const convolution = page.locator('cnn-convolution');
  await page
    .locator('cnn-image-source input[type="file"]')
    .setInputFiles({ name: 'steps.bmp', mimeType: 'image/bmp', buffer: steps() });
  const size = () => convolution.locator('[part="formula"]').textContent();
  // Nine cells less two.
  await expect.poll(size).toMatch(/= 7\s*$/);
  await convolution.evaluate((element) => element.setAttribute('table', ''));
  await convolution.getByRole('textbox', { name: 'Weight [2, 1]' }).fill('5');
  await convolution.getByRole('textbox', { name: 'Weight [2, 1]' }).press('Enter');
  // Every row of the picture is the same: −1 −2 −1 above and 1 5 1 below leave three times the middle cell.
  const first = convolution.locator('[part="table"] td').first();
  await expect
    .poll(async () => Number((await first.textContent())!.replace('−', '-')))
    .toBeCloseTo((3 * 25) / 255, 3);
  await page.locator('cnn-draw-pad .pad').focus();
  for (const key of ['Delete', 'Space', 'ArrowRight', 'ArrowRight', 'Space']) await page.keyboard.press(key);
  await expect.poll(size).toMatch(/= 26\s*$/);
  expect(complaints).toEqual([]);
  await close();
});

it('lets a changed weight of a learned kernel change the shares', async () => {
  const { page, complaints, close } = await open('/labs/kernel');
  const convolution = page.locator('cnn-convolution');
  const shares = () => page.locator('cnn-probabilities tbody').textContent();
  await convolution.locator('[aria-label="learned"] .chip').nth(4).click();
  const before = await shares();
  await convolution.getByRole('textbox', { name: 'Weight [2, 2]' }).fill('3');
  await convolution.getByRole('textbox', { name: 'Weight [2, 2]' }).press('Enter');
  await expect.poll(shares).not.toBe(before);
  // HWIO: row 2, column 2, of 5 × 5 × 1 × 8.
  expect((await computed(page, 'conv1/filter'))[(2 * 5 + 2) * 8 + 4]).toBe(3);
  expect(complaints).toEqual([]);
  await close();
});

/** A bitmap of 9 × 9 pixels, its columns of light 0, 25, 50, …, red green and blue alike. */
function steps(): Buffer {
  const rowBytes = 28;
  const file = Buffer.alloc(54 + 9 * rowBytes);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(9, 18);
  file.writeInt32LE(9, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let row = 0; row < 9; row++)
    for (let column = 0; column < 9; column++)
      file.fill(column * 25, 54 + row * rowBytes + column * 3, 54 + row * rowBytes + column * 3 + 3);
  return file;
}
