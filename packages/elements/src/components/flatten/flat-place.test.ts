import { describe, expect, it } from 'vitest';
import { seedSummary } from '../../../test/seed-record.js';
import { smallRecord } from '../../../test/small-record.js';
import { stagesOf } from '../../trace/stages.js';
import { flatPlace, flattenTaps } from './flat-place.js';
import { vectorRows } from './vector-rows.js';

describe('flatPlace', () => {
  it('finds the maps, the row and the scores', () => {
    expect(flatPlace(stagesOf(seedSummary), undefined)).toEqual({ maps: 4, flat: 5, scores: 7 });
    expect(flatPlace(stagesOf(smallRecord.model), 'flatten')).toEqual({ maps: 2, flat: 3, scores: 4 });
  });
  it('says where there is none', () => {
    const layers = seedSummary.layers.slice(0, 4);
    expect(flatPlace(stagesOf({ ...seedSummary, layers }), undefined)).toBe('noFlatten');
    expect(flatPlace(stagesOf(seedSummary), 'pool2')).toBe('noLayer');
    const cut = seedSummary.layers.slice(0, 5);
    expect(flatPlace(stagesOf({ ...seedSummary, layers: cut }), undefined)).toEqual({
      maps: 4,
      flat: 5,
      scores: undefined,
    });
  });
  it('asks for what is drawn and for every layer behind the row, and for no convolution’s weights', () => {
    expect(flattenTaps(seedSummary, undefined).map(({ path }) => path)).toEqual([
      'input',
      'conv2/output',
      'flatten/output',
      'dense1/output',
      'dense2/output',
      'dense1/kernel',
      'dense1/bias',
      'dense2/kernel',
      'dense2/bias',
    ]);
  });
});

describe('vectorRows', () => {
  it('has one line a row of the maps where there is room', () => {
    expect(vectorRows(784, 16, 7, 1400)).toEqual({ count: 784, columns: 112, rows: 7, cell: 12 });
  });
  it('breaks after whole places where there is little', () => {
    // 328 / 8 = 41 cells: two places of 16.
    expect(vectorRows(784, 16, 7, 328)).toEqual({ count: 784, columns: 32, rows: 25, cell: 10 });
  });
  it('breaks anywhere where not even one place fits', () => {
    expect(vectorRows(4096, 256, 4, 328)).toEqual({ count: 4096, columns: 41, rows: 100, cell: 8 });
  });
});
