/** Runs the code blocks of the README: what they say is printed is what they print. */
import { expect } from 'vitest';
import * as datasets from '../src/index.js';

/** The `js` blocks below a heading. */
export function blocksOf(readme: string, heading: string): readonly string[] {
  const section = readme.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^```js\n([^]*?)^```/gm)].map(([, block]) => block!);
}

/** Every `console.log(…); // text` that does not stand in a loop must print its text. Returns how many did. */
export async function run(block: string): Promise<number> {
  const expected: string[] = [];
  const body = block
    .replace(/^import .*$/gm, '')
    .replace(
      /^console\.log\((.+)\); \/\/ (.+)$/gm,
      (_, values: string, text: string) => `give([${values}], ${expected.push(text) - 1});`,
    )
    .replace(/console\.log/g, 'ignore');
  const give = (values: readonly unknown[], index: number) =>
    expect(values.map(written).join(' ')).toBe(expected[index]);
  const ignore = () => {};
  // The body is a block of this package's own README.
  const call = new Function(
    ...Object.keys(datasets),
    'give',
    'ignore',
    `return (async () => { ${body} })();`,
  ) as (...scope: unknown[]) => Promise<void>;
  await call(...Object.values(datasets), give, ignore);
  return expected.length;
}

const written = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  return typeof value === 'string' ? `'${value}'` : String(value);
};
