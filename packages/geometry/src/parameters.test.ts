import { describe, expect, it } from 'vitest';
import { convolutionCost, denseCost } from './index.js';

describe('parameters and multiply-accumulates', () => {
  // By hand: 5*5*1*8 = 200 and 8 biases; 5*5*8*16 = 3200 and 16; 784*128 + 128; 128*10 + 10. Together 105,194.
  it('counts the seed network layer by layer', () => {
    const costs = [
      convolutionCost({ window: [5, 5], output: [28, 28], inChannels: 1, filters: 8 }),
      convolutionCost({ window: [5, 5], output: [14, 14], inChannels: 8, filters: 16 }),
      denseCost({ inputs: 784, units: 128 }),
      denseCost({ inputs: 128, units: 10 }),
    ];
    expect(costs.map(({ parameters }) => parameters)).toEqual([208, 3216, 100480, 1290]);
    expect(costs.map(({ macs }) => macs)).toEqual([156800, 627200, 100352, 1280]);
    expect(costs.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(105194);
  });

  it('divides the weights of a grouped convolution and leaves out a bias that is not used', () => {
    const layer = { window: [3, 3], output: [10, 10], inChannels: 8, filters: 8, useBias: false } as const;
    expect(convolutionCost({ ...layer, groups: 8 })).toEqual({ parameters: 72, macs: 7200 });
    expect(denseCost({ inputs: 4, units: 3, useBias: false })).toEqual({ parameters: 12, macs: 12 });
  });
});
