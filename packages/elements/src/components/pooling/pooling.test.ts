import type { PlainImage } from '@convlens/geometry';
import { describe, expect, it } from 'vitest';
import { smallRecord } from '../../../test/small-record.js';
import { Trace } from '../../trace/trace.js';
import { columnsAcross, gradientsAt, sharesOf } from './columns.js';
import { medianTime } from './measure.js';
import { changeBetween, shifted } from './shift.js';
import { channelOf, mapsOfImage, mapsOfTrace, stageNamed } from './source.js';
import { costOf, equalKernel, gradientOf, kernelFor, runOf, solve, termsOf, wayNames } from './ways.js';
import type { PoolingSettings, Solved } from './ways.js';

const square = (values: readonly number[]): PlainImage => {
  const side = Math.sqrt(values.length);
  return { values, shape: [side, side, 1] };
};
const settings: PoolingSettings = { windowSize: 2, stride: 2, kernel: equalKernel(2) };
const map = square([3, 0, 1, 1, 4, 0, 1, 1, 0, 0, 2, -2, 0, 0, 4, 1]);
const solved = (of: PlainImage, how: PoolingSettings): Solved => {
  const answer = solve(of, how);
  if ('error' in answer) throw answer.error;
  return answer;
};

describe('the five ways', () => {
  it('make their outputs of one map', () => {
    const { outputs } = solved(map, settings);
    expect(wayNames.map((way) => [...Array.from(outputs[way].values)])).toEqual([
      [4, 1, 0, 4],
      [1.75, 1, 0, 1.25],
      [5, 2, 0, 5],
      [1.75, 1, 0, 1.25],
      map.values,
    ]);
  });

  it('take the kernel of the visitor for the strided convolution alone', () => {
    const difference = {
      ...settings,
      kernel: [
        [1, -1],
        [0, 0],
      ],
    };
    const { outputs } = solved(map, difference);
    expect([...Array.from(outputs.convolution.values)]).toEqual([3, 0, 0, 4]);
    expect([...Array.from(outputs.average.values)]).toEqual([1.75, 1, 0, 1.25]);
  });

  it('name the largest window that fits where theirs does not', () => {
    const low: PlainImage = { values: Array<number>(12).fill(0), shape: [3, 4, 1] };
    expect(solve(low, { ...settings, windowSize: 4, kernel: equalKernel(4) })).toMatchObject({ nearest: 3 });
    const flat: PlainImage = { values: [1, 2], shape: [1, 2, 1] };
    expect(solve(flat, settings)).toMatchObject({ nearest: undefined });
  });

  it('show the cells of a window with the share of each', () => {
    const at = [0, 0] as const;
    expect(termsOf('max', map, settings, at).map(({ share }) => share)).toEqual([0, 0, 1, 0]);
    expect(termsOf('average', map, settings, at).map(({ share }) => share)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(termsOf('l2', map, settings, at).map(({ share }) => share)).toEqual([0.6, 0, 0.8, 0]);
    expect(termsOf('convolution', map, settings, at)).toEqual(
      [3, 0, 4, 0].map((value) => ({ value, share: 0.25 })),
    );
    expect(termsOf('none', map, settings, at).map(({ value }) => value)).toEqual([3, 0, 4, 0]);
  });
});

describe('the gradient of a way', () => {
  it('of a strided convolution lays the kernel where the output came from, and nothing in cells that no window meets', () => {
    // 5 × 5 with a window of 2 and a stride of 2: the last row and column are left over.
    const odd = square(Array.from({ length: 25 }, (_, index) => index));
    const kernel = [
      [1, 2],
      [3, 4],
    ];
    const dx = gradientOf('convolution', odd, { ...settings, kernel }, Float64Array.of(1, 10, 0, -1));
    expect([...dx]).toEqual([
      ...[1, 2, 10, 20, 0],
      ...[3, 4, 30, 40, 0],
      ...[0, 0, -1, -2, 0],
      ...[0, 0, -3, -4, 0],
      ...[0, 0, 0, 0, 0],
    ]);
  });

  it.each(wayNames)('of %s is what a small step of each cell measures', (way) => {
    const uneven = square(Array.from({ length: 36 }, (_, index) => ((index * 17) % 36) / 7 - 2));
    const overlapping = {
      windowSize: 3,
      stride: 2,
      kernel: [
        [1, -2, 0],
        [0.5, 1, 3],
        [-1, 0, 2],
      ],
    };
    const dy = Float64Array.from({ length: way === 'none' ? 36 : 4 }, (_, index) => index + 1);
    const weighed = (values: readonly number[]): number =>
      Array.from(solved(square(values), overlapping).outputs[way].values).reduce(
        (sum, value, out) => sum + value * dy[out]!,
        0,
      );
    const start = Array.from(uneven.values);
    gradientOf(way, uneven, overlapping, dy).forEach((slope, cell) => {
      const moved = (by: number): number =>
        weighed(start.map((value, at) => (at === cell ? value + by : value)));
      expect((moved(1e-6) - moved(-1e-6)) / 2e-6).toBeCloseTo(slope, 5);
    });
  });

  it('from one pinned output cell stays in its window', () => {
    const pinned = gradientsAt(map, settings, solved(map, settings), [0, 1]);
    expect([...pinned.max]).toEqual([0, 0, 1, 0, ...Array<number>(12).fill(0)]);
    expect([...pinned.none]).toEqual([0, 0, 1, 1, 0, 0, 1, 1, ...Array<number>(8).fill(0)]);
  });

  it('with 1 at every output says how much each cell counts: one cell a window where the largest wins', () => {
    const { max, average } = sharesOf(map, settings, solved(map, settings));
    expect([...max].filter((share) => share === 1)).toHaveLength(4);
    expect([...average]).toEqual(Array(16).fill(0.25));
  });
});

describe('what a way costs', () => {
  it('is worked by hand: 8 maps of 14 × 14 out of windows of 2', () => {
    const of = { windowSize: 2, output: [14, 14] } as const;
    expect(wayNames.map((way) => costOf(way, 8, of))).toEqual([
      // 14·14·8 = 1,568 numbers, 3 comparisons each.
      { parameters: 0, multiplications: 0, besides: 4704 },
      { parameters: 0, multiplications: 1568, besides: 4704 },
      { parameters: 0, multiplications: 6272, besides: 1568 },
      // 2·2·8·8 weights; 1,568 · 2·2·8 products.
      { parameters: 256, multiplications: 50_176, besides: 48_608 },
      { parameters: 0, multiplications: 0, besides: 0 },
    ]);
  });

  it('is timed on the same work: every channel by its own kernel', () => {
    const two: PlainImage = { values: [1, 10, 2, 20, 3, 30, 4, 40], shape: [2, 2, 2] };
    // The first number of the output: that of channel 0.
    expect(
      (['max', 'average', 'l2', 'convolution'] as const).map((way) => runOf(way, two, settings)()),
    ).toEqual([4, 2.5, Math.sqrt(30), 2.5]);
  });
});

describe('a shift', () => {
  it('moves every cell and lets zeros in', () => {
    const image = square([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...Array.from(shifted(image, [0, 1]).values)]).toEqual([0, 1, 2, 0, 4, 5, 0, 7, 8]);
    expect([...Array.from(shifted(image, [-1, 0]).values)]).toEqual([4, 5, 6, 7, 8, 9, 0, 0, 0]);
    expect([...Array.from(shifted(image, [2, -2]).values)]).toEqual([0, 0, 0, 0, 0, 0, 3, 0, 0]);
    expect([...Array.from(shifted(image, [5, 0]).values)]).toEqual(Array(9).fill(0));
  });

  it('counts what is other than before, and by how much on average', () => {
    expect(changeBetween([1, 2, 3, 4], [1, 2.5, 3, 3])).toEqual({ changed: 2, cells: 4, mean: 0.375 });
    expect(changeBetween([NaN, 1], [NaN, NaN])).toEqual({ changed: 1, cells: 2, mean: NaN });
    // 0.1 + 0.2 and 0.3 are the same number added up in another order.
    expect(changeBetween([0.1 + 0.2], [0.3])).toEqual({ changed: 0, cells: 1, mean: 0 });
  });

  it('inside its window leaves a maximum as it is, and moves it across the border', () => {
    const dot = square([0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const before = solved(dot, settings).outputs.max.values;
    const inside = solved(shifted(dot, [0, 1]), settings).outputs.max.values;
    const across = solved(shifted(dot, [1, 0]), settings).outputs.max.values;
    expect(changeBetween(before, inside).changed).toBe(0);
    expect(changeBetween(before, across)).toEqual({ changed: 2, cells: 4, mean: 3.5 });
  });
});

describe('the time of one run', () => {
  /** Every run takes so long on a clock that ticks as browsers' do. */
  const timed = (ms: number, tick: number): { readonly time: number; readonly runs: number } => {
    let [elapsed, runs] = [0, 0];
    const run = (): number => {
      elapsed += ms;
      return ++runs;
    };
    return { time: medianTime(run, () => Math.floor(elapsed / tick) * tick), runs };
  };
  it.each([0.003, 0.4, 30])('of %s ms is found on a clock that ticks every 0.1 ms', (ms) => {
    const { time, runs } = timed(ms, 0.1);
    expect(Math.abs(time - ms)).toBeLessThan(0.04 * ms);
    expect(runs * ms).toBeGreaterThan(100);
  });
  it('is no number where the clock stands still', () => {
    expect(
      medianTime(
        () => 1,
        () => 0,
      ),
    ).toBeNaN();
  });
});

describe('the maps', () => {
  it('of an image are all its channels, bytes as shares of 255', () => {
    const rgb = { shape: [1, 1, 2, 3], data: Uint8Array.of(255, 0, 51, 0, 0, 102) } as const;
    const { image } = mapsOfImage(rgb)!;
    expect(Array.from(channelOf(image, 2).values)).toEqual([0.2, 0.4]);
    expect(Array.from(channelOf(image, 9).values)).toEqual([0.2, 0.4]);
    expect(Array.from(channelOf(image, NaN).values)).toEqual([1, 0]);
  });
  it('are refused where they are none', () => {
    expect(mapsOfImage({ shape: [1, 2, 2, 1], data: new Float32Array(3) })).toBeUndefined();
    expect(mapsOfImage({ shape: [1, 257, 1, 1], data: new Float32Array(257) })).toBeUndefined();
  });
  it('of a network are those that its first pooling reads, or those of a layer', () => {
    const trace = new Trace(smallRecord);
    expect(stageNamed(trace.stages, undefined)).toBe(1);
    expect(stageNamed(trace.stages, 'input')).toBe(0);
    expect(['dense1', 'nobody'].map((layer) => stageNamed(trace.stages, layer))).toEqual([-1, -1]);
    const maps = mapsOfTrace(trace, 1)!;
    expect([maps.layer, maps.image.shape, Array.from(maps.image.values)]).toEqual([
      'conv1',
      [2, 2, 1],
      [0, 0, 2, 3],
    ]);
    const { 'conv1/output': _, ...others } = smallRecord.tensors;
    expect(mapsOfTrace(new Trace({ ...smallRecord, tensors: others }), 1)).toBeUndefined();
  });
});

describe('the kernel', () => {
  it('is the visitor’s where it fits the window, else equal weights', () => {
    const own = [
      [1, 2],
      [3, 4],
    ];
    expect(kernelFor(own, 2)).toBe(own);
    expect([
      kernelFor(own, 3),
      kernelFor(
        [
          [1, NaN],
          [0, 0],
        ],
        2,
      ),
      kernelFor(undefined, 2),
    ]).toEqual([equalKernel(3), equalKernel(2), equalKernel(2)]);
  });
});

describe('columns', () => {
  it('stand side by side where there is room', () => {
    expect([1408, 768, 328, 200].map(columnsAcross)).toEqual([5, 3, 2, 1]);
  });
});
