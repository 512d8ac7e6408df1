import { describe, expect, it } from 'vitest';
import { summaryWith } from '../../../test/bent-record.js';
import { seedSummary } from '../../../test/seed-record.js';
import { tapsOf } from './taps.js';

const paths = (...args: Parameters<typeof tapsOf>): readonly string[] =>
  tapsOf(...args).map(({ path }) => path);

describe('tapsOf', () => {
  it('asks for one layer while the network bends, or trains', () => {
    const conv2 = ['pool1/output', 'conv2/output', 'conv2/filter', 'conv2/bias'];
    expect(paths(seedSummary, 'conv2', false)).toEqual(conv2);
    expect(paths(summaryWith(), 'conv2', true)).toEqual(conv2);
    expect(paths(seedSummary, undefined, false)[0]).toBe('input');
  });
  it('asks for every weight of a linear network, and for both ends', () => {
    const all = paths(summaryWith(), 'conv2', false);
    expect(all).toEqual(expect.arrayContaining(['input', 'dense1/kernel', 'dense2/bias', 'dense2/output']));
    expect(new Set(all).size).toBe(all.length);
  });
});
