// Draw a 4, find the kernel that answers most to its standing stroke, read the exact sum of one of its cells.
import { computed } from '../engine.js';
import { marked } from '../mark.js';
import { read, short } from '../numbers.js';

export const task = 'draw a 4, find the kernel that answers most, read the exact sum of a cell';

export async function measure(site) {
  const visitor = await site.lab('maps');
  const { page } = visitor;
  await visitor.drawFour();
  const maps = await computed(page, 'conv1/output');
  const pixels = await computed(page, 'input');
  const largest = maps.indexOf(Math.max(...maps));
  const [unit, row, column] = [largest % 8, Math.floor(largest / 8 / 28), Math.floor(largest / 8) % 28];
  const ranking = await page.locator('cnn-feature-maps [part="ranking"]').textContent();
  const isNamed = ranking.includes(`first: map ${unit} (`);
  const cell = page.locator('cnn-cell');
  const isOpen = (await cell.locator('[part="readout"]').textContent()).includes(
    `conv1, map ${unit} [${row}, ${column}]`,
  );
  // Where the digit is moved to its middle, the standing stroke is moved with it.
  const stroke = standing(pixels);
  const isAtStroke = Math.abs(column - stroke) <= 2;

  const table = await cell.locator('[part="table"] tbody tr').count();
  const cells = await cell
    .locator('[part="table"] tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent)));
  const terms = cells.filter(([, value, weight]) => value && weight);
  const bias = read(cells.find(([name]) => name === 'bias')[3]);
  const sum = terms.reduce((total, [, value, weight]) => total + read(value) * read(weight), bias);
  const preactivation = await computed(page, 'conv1/preactivation');
  const off = Math.abs(sum - preactivation[largest]);
  // The window as it lies in the image; products outside are none.
  const inside = [-2, -1, 0, 1, 2].flatMap((y) =>
    [-2, -1, 0, 1, 2].filter((x) => row + y >= 0 && row + y < 28 && column + x >= 0 && column + x < 28),
  ).length;
  await visitor.leave();
  return marked(isOpen && table > 0, [
    [visitor.interactions <= 4, `${visitor.interactions} interactions (line: 2 drags + at most 2)`],
    [isNamed, `kernels ranked unasked: ${isNamed ? `map ${unit} first, as the engine has it` : 'not'}`],
    [isAtStroke, `its largest cell is in column ${column}, the standing stroke in column ${stroke}`],
    [terms.length === inside, `${terms.length} products of ${inside} and the bias on screen`],
    [off <= 1e-6, `added again they are off by ${short(off)} (line: 1e-6)`],
  ]);
}

/** The column with most ink. */
function standing(pixels) {
  const ink = Array.from({ length: 28 }, (_, column) =>
    Array.from({ length: 28 }, (_, row) => pixels[row * 28 + column]).reduce((sum, value) => sum + value, 0),
  );
  return ink.indexOf(Math.max(...ink));
}
