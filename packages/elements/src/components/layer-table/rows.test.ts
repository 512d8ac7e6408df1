import { describe, expect, it } from 'vitest';
import { Numbers } from '../../messages/numbers.js';
import { seedRecord, seedSummary } from '../../../test/seed-record.js';
import { messages } from './layer-table.messages.js';
import { flawOf, isTrace, rowsOf } from './rows.js';
import { settingsText } from './settings-text.js';

const numbers = new Numbers('en-GB');
const layer = (className: string, config: Readonly<Record<string, unknown>>) =>
  settingsText({ ...seedSummary.layers[0]!, className, config }, messages.en, numbers);

describe('rows of a network', () => {
  it('add up, and their shares are of the sum', () => {
    const { rows, parameters, macs } = rowsOf(seedSummary);
    // 208 + 3,216 + 100,480 + 1,290; 156,800 + 627,200 + 100,352 + 1,280.
    expect([parameters, macs]).toEqual([105194, 885632]);
    expect(rows.map(({ share }) => Math.round(share * 105194))).toEqual([208, 0, 3216, 0, 0, 100480, 1290]);
  });
  it('have no share of nothing', () => {
    const model = { ...seedSummary, layers: [seedSummary.layers[1]!] };
    expect(rowsOf(model).rows[0]!.share).toBe(0);
  });
  it('are of a record as of a summary', () => {
    expect(isTrace(seedRecord())).toBe(true);
    expect(isTrace(seedSummary)).toBe(false);
  });
  it.each([
    [undefined, { flaw: 'layers', received: 'nothing' }],
    [7, { flaw: 'layers', received: 'nothing' }],
    [{ layers: {} }, { flaw: 'layers', received: 'object' }],
    [
      { layers: [], inputShape: null },
      { flaw: 'inputShape', received: 'null' },
    ],
    [
      { layers: [seedSummary.layers[0], { name: 'x' }], inputShape: [] },
      { flaw: 'layer', index: 1 },
    ],
    [seedSummary, undefined],
  ])('name what is wrong with %j', (data, flaw) => {
    expect(flawOf(data)).toEqual(flaw);
  });
});

describe('settings in words', () => {
  it.each([
    ['Conv2D', seedSummary.layers[0]!.config, '8 filters, 5 × 5 kernel, same padding, ReLU'],
    ['MaxPooling2D', seedSummary.layers[1]!.config, '2 × 2 window, stride 2'],
    ['Dense', { units: 1, activation: 'linear', useBias: false }, '1 unit, no bias'],
    [
      'Conv2D',
      { kernelSize: 3, strides: [2, 1], dilationRate: 2, padding: 1 },
      '3 × 3 kernel, stride 2 × 1, dilation 2, padding 1',
    ],
    ['Conv2D', { padding: { top: 1, bottom: 0 }, groups: 4 }, '4 groups, padding top 1 bottom 0'],
    ['Dropout', { rate: 0.5 }, 'drops 50\u00A0% while training'],
    ['Flatten', {}, 'all numbers in one row'],
    ['Squeeze', { ratio: 4, kernelInitializer: 'heUniform', name: 's', deep: null }, 'ratio 4'],
    ['toString', {}, ''],
  ])('of %s %j', (className, config, text) => {
    expect(layer(className, config)).toBe(text);
  });
});
