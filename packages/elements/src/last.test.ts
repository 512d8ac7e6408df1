import { expect, it } from 'vitest';
import { Last } from './last.js';

it('makes a value again only where a part of its key has changed', () => {
  const last = new Last<number>();
  let made = 0;
  const ask = (...key: unknown[]): number => last.of(key, () => ++made);
  const list: unknown[] = [];
  expect([ask(1, list), ask(1, list), ask(2, list), ask(2, []), ask(2)]).toEqual([1, 1, 2, 3, 4]);
});
