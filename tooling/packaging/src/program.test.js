import { expect, test } from 'vitest';
import { asJavaScript, firstBlock, shortened } from './program.js';

const page = [
  '# Page',
  '```sh',
  'npm i',
  '```',
  'Then:',
  '```ts',
  'const a: number = 1;',
  '```',
  '```js',
  '2',
  '```',
].join('\n');

test('the first block of code is found past a block of shell', () => {
  expect(firstBlock(page)).toEqual({ language: 'ts', code: 'const a: number = 1;\n' });
});

test('a page without code has none', () => {
  expect(firstBlock('# Page\n')).toBeUndefined();
});

test('types are taken out of a block of TypeScript', () => {
  expect(asJavaScript({ language: 'ts', code: 'export const a: number = 1;\n' })).toBe(
    'export const a = 1;\n',
  );
});

test('a training of epochs becomes two steps', () => {
  expect(shortened('trainer.fit(await mnist(), { epochs: 3, batchSize: 64 })')).toBe(
    'trainer.fit((await mnist()).take(128), { epochs: 1, batchSize: 64 })',
  );
});
