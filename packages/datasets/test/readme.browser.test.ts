import { expect, it } from 'vitest';
import { blocksOf, run } from './run-readme.js';

it('the README on pictures of a page prints what it says', async () => {
  const readme = await (await fetch(new URL('../README.md', import.meta.url))).text();
  const [block] = blocksOf(readme, 'Pictures of a page');
  expect(await run(block!)).toBe(3);
});
