// What scripts have put into the page comes from outside: read with care, and missed with a sentence.
import { afterEach, describe, expect, it } from 'vitest';
import { pageFileName, readPageFile } from '../src/model/page-files.js';

const page = globalThis as { ConvLens?: unknown };
afterEach(() => delete page.ConvLens);
const parsed = { readyState: 'complete' } as Document;

it('a name follows #, and an address is no name', () => {
  expect(['#seed-network', 'seed-network', 'https://a.example/b#c', ''].map(pageFileName)).toEqual([
    'seed-network',
    undefined,
    undefined,
    undefined,
  ]);
});

describe('a file of the page', () => {
  it('is read from base64 text', () => {
    // RFC 4648, section 10: "foobar".
    page.ConvLens = { files: { net: 'Zm9vYmFy' } };
    expect(new TextDecoder().decode(readPageFile('net', parsed))).toBe('foobar');
  });

  it('may still come while the page is being parsed', () => {
    expect(readPageFile('net', { readyState: 'loading' } as Document)).toBeUndefined();
  });

  it('that is missing afterwards is an error which says what there is', () => {
    expect(() => readPageFile('net', parsed)).toThrow(/a page without any\. Load net\.global\.js/);
    page.ConvLens = { files: { other: '' } };
    expect(() => readPageFile('net', parsed)).toThrow(/a page with other\./);
    for (const name of ['__proto__', 'constructor', ''])
      expect(() => readPageFile(name, parsed)).toThrow(expect.objectContaining({ code: 'NO_PAGE_FILE' }));
  });

  it.each([
    ['text that is not base64', '!'],
    ['a value of type number', 7],
    ['a value of type object', null],
  ])('that is %s is refused', (reason, value) => {
    page.ConvLens = { files: { net: value } };
    expect(() => readPageFile('net', parsed)).toThrow(reason);
  });

  it('is not looked for in what is no table', () => {
    for (const files of [undefined, null, 'text', 5]) {
      page.ConvLens = { files };
      expect(() => readPageFile('net', parsed)).toThrow(/a page without any/);
    }
  });
});
