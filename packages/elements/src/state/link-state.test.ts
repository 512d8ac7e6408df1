import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../test/seeded.js';
import { decodeState, encodeState, linkState, mostLinkCharacters, readLinkState } from './link-state.js';
import type { LinkState } from './link-state.js';
import { copyPlain } from './plain-data.js';
import type { PlainData, PlainObject } from './plain-data.js';
import { SettingReader } from './setting-reader.js';

/** What JSON escapes, and what takes two, three and four bytes. */
const letters = [...'aZ0"\\–ß语😀'];

/** Plain data of every kind, a few levels deep; text with letters outside Latin and outside the first plane among it. */
function randomData(random: () => number, depth = 0): PlainData {
  const kind = Math.floor(random() * (depth < 3 ? 5 : 3));
  const several = <T>(make: () => T): T[] => Array.from({ length: Math.floor(random() * 5) }, make);
  if (kind === 0) return several(() => letters[Math.floor(random() * letters.length)]!).join('');
  if (kind === 1) return random() < 0.5;
  if (kind === 2)
    return random() < 0.5 ? Math.floor(random() * 20) - 10 : (random() - 0.5) * 10 ** (random() * 40 - 20);
  if (kind === 3) return several(() => randomData(random, depth + 1));
  return randomObject(random, depth + 1);
}
const randomObject = (random: () => number, depth = 0): PlainObject =>
  Object.fromEntries(
    Array.from({ length: Math.floor(random() * 6) }, (_, index) => [`n${index}`, randomData(random, depth)]),
  );
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const whole = linkState('cnn-convolution', { stride: 2 });

describe('a state in a link', () => {
  it('comes back as it was: 500 random ones', () => {
    const random = seeded(20260729);
    let longest = 0;
    for (let round = 0; round < 500; round++) {
      const omitted = random() < 0.3 ? ['the given image'] : [];
      const state = linkState('cnn-convolution', copyPlain(randomObject(random)) as PlainObject, omitted);
      const text = encodeState(state);
      expect(text).toMatch(/^[\w-]*$/);
      expect(decodeState(text)).toEqual(state);
      longest = Math.max(longest, text.length);
    }
    // Not all of them are empty.
    expect(longest).toBeGreaterThan(300);
  });

  it('is compact JSON in base64url, as another implementation reads and writes it', () => {
    const json =
      '{"format":"convlens.state","version":1,"element":"cnn-convolution","settings":{"stride":2},"omitted":[]}';
    expect(Buffer.from(encodeState(whole), 'base64url').toString()).toBe(json);
    expect(decodeState(base64url(json))).toEqual(whole);
  });

  it('is refused from one character over 8 KB on, written or read', () => {
    const withText = (length: number): LinkState => linkState('x', { t: 'a'.repeat(length) });
    const room = (mostLinkCharacters / 4) * 3 - JSON.stringify(withText(0)).length;
    expect(encodeState(withText(room))).toHaveLength(mostLinkCharacters);
    expect(() => encodeState(withText(room + 1))).toThrow('at most 8192 characters in a link, received 8194');
    expect(() => decodeState('a'.repeat(8193))).toThrow(expect.objectContaining({ code: 'STATE_TOO_LARGE' }));
  });

  it.each([
    ['', 'text of A-Z'],
    ['a+b/', 'text of A-Z'],
    ['abcde', 'text of A-Z'],
    [base64url('{"format":'), 'expected JSON'],
    [Buffer.from([0xff, 0xfe, 0x7b]).toString('base64url'), 'UTF-8'],
    [base64url('[]'), 'received a list'],
    [base64url('null'), 'received null'],
    [base64url('{"format":"convlens.trace","version":1}'), 'received "convlens.trace"'],
  ])('is not read from %j', (text, reason) => {
    expect(() => decodeState(text)).toThrow(reason);
    expect(() => decodeState(text)).toThrow(expect.objectContaining({ code: 'NOT_A_STATE' }));
  });

  it('of another version is refused by its version alone, whatever else is in it', () => {
    const later = { format: 'convlens.state', version: 2, anything: [null] };
    expect(() => decodeState(base64url(JSON.stringify(later)))).toThrow(
      expect.objectContaining({ code: 'STATE_VERSION' }),
    );
  });

  it.each([
    '{"format":"convlens.state","version":1,"element":"x","settings":{"a":1,"a":2},"omitted":[]}',
    '{"format":"convlens.state","version":1,"element":"x","settings":{"__proto__":{"a":1}},"omitted":[]}',
    '{"format":"convlens.state","version":1,"element":"x","settings":{"a":null},"omitted":[]}',
    '{"format":"convlens.state","version":1,"element":"x","settings":{"a":1e999},"omitted":[]}',
    '{"format":"convlens.state","version":1,"element":"x","settings":[],"omitted":[]}',
    '{"format":"convlens.state","version":1,"element":"x","settings":{},"omitted":[1]}',
    `{"format":"convlens.state","version":1,"element":"x","settings":{"a":${'['.repeat(900)}${']'.repeat(900)}},"omitted":[]}`,
  ])('is not read where it has two readings, or none: %s', (json) => {
    expect(() => decodeState(base64url(json))).toThrow(expect.objectContaining({ code: 'NOT_A_STATE' }));
  });

  it('holds no code, no instances and nothing of another element', () => {
    for (const value of [() => 1, new Date(0), new Map(), Symbol('a'), NaN, 1n, undefined])
      expect(() => readLinkState({ ...whole, settings: { value } })).toThrow('plain data');
    expect(() => readLinkState(whole, 'cnn-shape-calculator')).toThrow(
      'expected the state of <cnn-shape-calculator>, received that of "cnn-convolution"',
    );
    expect(() => readLinkState({ ...whole, settings: { list: Array(9000).fill(1) } })).toThrow(
      'at most 8192 values',
    );
  });
});

describe('the settings of a state', () => {
  const read = (settings: PlainObject): SettingReader => new SettingReader(settings, ['a', 'b']);
  it('are what they are by default where they are not told', () => {
    expect(read({}).whole('a', [1, 8], 3)).toBe(3);
    expect(read({}).flag('a')).toBe(false);
    expect(read({}).by('b', 'anything', () => 1)).toBeUndefined();
  });
  it('are refused by name, rule and what was received', () => {
    expect(() => read({ c: 1 })).toThrow('expected settings among a, b, received "c"');
    for (const value of [0, 9, 1.5, '2', true, [2]])
      expect(() => read({ a: value }).whole('a', [1, 8], 1)).toThrow(
        'expected a to be a whole number from 1 to 8',
      );
    expect(() => read({ a: 'q' }).word('a', ['x', 'y'], 'x')).toThrow(
      'expected a to be one of x, y, received "q"',
    );
    expect(() => read({ a: 1 }).flag('a')).toThrow('true or false');
    expect(() => read({ a: '1' }).number('a', 0)).toThrow('a number');
  });
});
