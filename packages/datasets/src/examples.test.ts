/** Runs the examples of the docstrings: what they say comes out is what comes out. */
import { readdir, readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as datasets from './index.js';

const folder = new URL('.', import.meta.url);

/** The code after each `@example`, without the comment's stars. */
function examplesIn(source: string): string[] {
  const blocks = source.matchAll(/@example\s((?:(?!\*\/)[^])+)/g);
  return [...blocks].map(([, block]) => block!.replace(/^\s*\* ?/gm, '').trim());
}

/** Runs an example; every line that ends in `// result` must give it. Returns how many did. */
async function run(example: string): Promise<number> {
  const expected: string[] = [];
  const body = example.replace(
    /^(?!const )(.+?);? \/\/ (.+)$/gm,
    (_, value: string, result: string) => `give(await (${value}), ${expected.push(result) - 1});`,
  );
  const give = (value: unknown, index: number) => expect(plain(inspect(value))).toBe(plain(expected[index]!));
  // The body is an example out of this package's own sources.
  const call = new Function(...Object.keys(datasets), 'give', `return (async () => { ${body} })();`) as (
    ...scope: unknown[]
  ) => Promise<void>;
  await call(...Object.values(datasets), give);
  return expected.length;
}

/** `Uint8Array(2) [ 1, 2 ]` as the docs write it, on one line: `Uint8Array [1, 2]`. */
const plain = (text: string) =>
  text
    .replace(/Array\(\d+\)/g, 'Array')
    .replace(/\s+/g, ' ')
    .replace(/([[{]) /g, '$1')
    .replace(/ ([\]}])/g, '$1')
    .replace(/[{}] ?/g, '');

describe('the example', async () => {
  const files = (await readdir(folder, { recursive: true })).filter((name) =>
    /[\w-]+(?<!\.test)\.ts$/.test(name),
  );
  for (const file of files) {
    examplesIn(await readFile(new URL(file, folder), 'utf8')).forEach((example, i) => {
      it(`${i + 1} of ${file} gives what it says`, async () => expect(await run(example)).toBeGreaterThan(0));
    });
  }
});
