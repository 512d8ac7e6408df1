import { expect, test } from 'vitest';
import { budgetsFor, overrunsOf, tableOf } from './size-budgets.js';

test('a budget is a tenth more, in whole hundreds', () => {
  expect(budgetsFor({ a: 1000, b: 1001 })).toEqual({ a: 1100, b: 1200 });
});

test('a byte too many, and an element without a budget, are problems; a byte less is none', () => {
  expect(overrunsOf({ a: 1101, b: 1100, c: 5 }, { a: 1100, b: 1100 })).toEqual([
    'a: 1101 bytes, 1 over its budget of 1100',
    'c has no budget: run check.mjs --write-sizes',
  ]);
});

test('a table has the largest first', () => {
  expect(tableOf({ a: 5, long: 1234 }, { a: 6, long: 2000 })).toBe(
    'long    1,234 of    2,000 bytes\na           5 of        6 bytes',
  );
});
