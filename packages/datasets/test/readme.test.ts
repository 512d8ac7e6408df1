import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { blocksOf, run } from './run-readme.js';

// The first block of the README is run by the packaging tests, the pictures' by a browser.
it.each([
  ['`Dataset`', 1],
  ['Strokes', 3],
])('the README on %s prints what it says', async (heading, lines) => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const [block] = blocksOf(readme, heading);
  expect(await run(block!)).toBe(lines);
});
