/** Modes, samples, the kernels of channels, cell sizes, and a network's filters: everything of channels that needs no page. */
import { describe, expect, it } from 'vitest';
import type { CnnKernelChangeEvent } from '../../events/kernel-change.js';
import { seedSummary } from '../../../test/seed-record.js';
import { cellSizes } from './cell-sizes.js';
import { channelWithin, groupingOf, properGroups } from './channel-modes.js';
import { KernelBook } from './kernel-book.js';
import type { KernelHost } from './kernel-book.js';
import { changesOf, learnedFilters, learnedLayer } from './learned.js';
import { presets } from './presets.js';
import type { KernelMatrix } from './presets.js';
import { sampleImage } from './samples.js';

describe('the modes of channels', () => {
  it('know the groups that divide', () => {
    expect([1, 2, 3, 4, 6, 12].map(properGroups)).toEqual([[], [], [], [2], [2, 3], [2, 3, 4, 6]]);
  });
  it.each([
    ['one', 12, 5, 1, undefined],
    ['sum', 3, 2, 1, undefined],
    ['depthwise', 3, 2, 3, undefined],
    ['groups', 4, 2, 2, undefined],
    ['groups', 3, 2, 1, 'undivided'],
    ['groups', 4, NaN, 1, 'undivided'],
    ['depthwise', 1, 2, 1, 'one-channel'],
    ['sum', 17, 2, 1, 'too-many'],
  ] as const)(
    '%s of %i channels, %d groups wanted: %i groups, note %s',
    (mode, channels, wanted, groups, note) => {
      expect(groupingOf(mode, channels, wanted)).toEqual({ groups, note });
    },
  );
  it('look at a channel that there is', () => {
    expect([-1, 0.4, 2, 9, NaN].map((channel) => channelWithin(channel, 3))).toEqual([0, 0, 2, 2, 0]);
  });
});

describe('samples', () => {
  it('are small, have the channels that their names say, and something of its own in each', () => {
    for (const [name, shape] of [
      ['seven', [14, 14, 1]],
      ['colour', [8, 8, 3]],
      ['maps', [7, 7, 4]],
    ] as const) {
      const image = sampleImage(name);
      expect(image.shape).toEqual(shape);
      const channels = Array.from({ length: shape[2] }, (_, channel) =>
        Array.from(image.values).filter((_value, at) => at % shape[2] === channel),
      );
      expect(new Set(channels.map((values) => values.join())).size).toBe(shape[2]);
      expect(channels.every((values) => values.some((value) => value > 0))).toBe(true);
    }
  });
  it('show a 7 as a second layer gets it: nothing below zero, opposite edges never in one cell', () => {
    const { values } = sampleImage('maps');
    expect(Math.min(...Array.from(values))).toBe(0);
    for (let cell = 0; cell < 49; cell++) {
      expect(values[cell * 4]! * values[cell * 4 + 1]!).toBe(0);
      expect(values[cell * 4 + 2]! * values[cell * 4 + 3]!).toBe(0);
    }
  });
});

describe('cells', () => {
  it('hold numbers, 22 px, for three planes of 8 and their sums at 1,000 px, and for a 7 transposed with stride 2', () => {
    expect(cellSizes(1000, [8, 6, 6], 3, false, 24).grid).toBeGreaterThanOrEqual(22);
    expect(cellSizes(1100, [14, 29], 3, false, 28).grid).toBeGreaterThanOrEqual(22);
    expect(cellSizes(768, [10, 8, 8], 3, false, 26).grid).toBeGreaterThanOrEqual(22);
    // A phone: one grid a line.
    expect(cellSizes(328, [14, 12], 3, true, 28).grid).toBeGreaterThanOrEqual(22);
  });
  it('never make a line wider than there is room', () => {
    for (const width of [760, 960, 1440])
      for (const columns of [
        [12, 10],
        [28, 28],
        [256, 2048],
        [10, 8, 8],
      ]) {
        const { grid, kernel } = cellSizes(width, columns, 5, false, 28);
        const sum = columns.reduce((all, count) => all + count, 0);
        expect(grid * sum + 5 * kernel).toBeLessThanOrEqual(width);
      }
  });
});

class Host extends EventTarget implements KernelHost {
  kernel: KernelMatrix = [[1, 2]];
  kernels: readonly KernelMatrix[] | undefined;
  bias = 0.5;
  requestUpdate(): void {}
}
const filter = { layer: 'conv1', filter: 1, kernels: [[[5]], [[6]]], bias: 0.25, padding: 0 };

describe('the kernels of channels', () => {
  const made = (): { readonly host: Host; readonly book: KernelBook } => {
    const host = new Host();
    const book = new KernelBook(host);
    book.follow();
    return { host, book };
  };
  it('are one until they are parted, and one again', () => {
    const { host, book } = made();
    book.edit(2, 3, [0, 0], 9);
    expect(book.of(3)).toEqual([[[9, 2]], [[9, 2]], [[9, 2]]]);
    book.share(false, 0, 3);
    book.edit(2, 3, [0, 1], 7);
    expect(host.kernels).toEqual([[[9, 2]], [[9, 2]], [[9, 7]]]);
    book.share(true, 2, 3);
    expect([host.kernel, host.kernels]).toEqual([[[9, 7]], undefined]);
  });
  it('beyond those that are given are the common one, in their size', () => {
    const { host, book } = made();
    host.kernels = [[[1, 2, 3]]];
    expect(book.of(2)).toEqual([[[1, 2, 3]], [[1, 2, 0]]]);
    expect(book.isUsable(2)).toBe(true);
    host.kernels = [[[1, 2, 3]], [[1]]];
    expect(book.isUsable(2)).toBe(false);
  });
  it('of channels that a picture does not have outlive its edits', () => {
    const { host, book } = made();
    host.kernels = [[[1]], [[2]], [[3]]];
    book.edit(0, 1, [0, 0], 8);
    expect(host.kernels).toEqual([[[8]], [[2]], [[3]]]);
  });
  it('take a preset for one channel where they are parted, and fit the others to its size', () => {
    const { host, book } = made();
    host.kernels = [[[1]], [[2]]];
    book.take({ name: 'blur', kernels: [presets.blur] }, 1, 2);
    expect(host.kernels![1]).toEqual(presets.blur);
    expect(host.kernels![0]![1]).toEqual([0, 1, 0]);
  });
  it('know whose they are until another is taken or the page sets one', () => {
    const { host, book } = made();
    book.take({ name: 'conv1, 1', kernels: filter.kernels, learned: filter }, 0, 2);
    expect([host.kernels, host.bias]).toEqual([[[[5]], [[6]]], 0.25]);
    book.edit(0, 2, [0, 0], 4);
    book.follow();
    expect(book.origin).toEqual({ layer: 'conv1', filter: 1 });
    host.kernel = [[3]];
    book.follow();
    expect(book.origin).toBeUndefined();
  });
  it('ask before they change, with all of them', () => {
    const { host, book } = made();
    host.kernels = [[[1]], [[2]]];
    const told: CnnKernelChangeEvent[] = [];
    host.addEventListener('cnn-kernel-change', (event) => {
      told.push(event as CnnKernelChangeEvent);
      event.preventDefault();
    });
    expect(book.edit(1, 2, [0, 0], 5)).toBe(false);
    expect(told[0]).toMatchObject({ kernel: [[5]], bias: 0.5, kernels: [[[1]], [[5]]] });
    expect(host.kernels).toEqual([[[1]], [[2]]]);
    expect(book.edit(1, 2, [0, 0], NaN)).toBe(false);
    expect(told).toHaveLength(1);
  });
});

describe('the filters of a network', () => {
  const weights = {
    path: 'conv1/filter',
    step: 0,
    inputId: 0,
    shape: [1, 2, 2, 2],
    // [row, column, channel, filter]
    data: Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40),
  };
  const biases = { ...weights, path: 'conv1/bias', shape: [2], data: Float32Array.of(0.5, -1) };
  const layer = seedSummary.layers[0]!;

  it('are taken filter by filter, one matrix a channel', () => {
    const filters = learnedFilters(layer, weights, biases);
    expect(filters.map(({ kernels, bias }) => [kernels, bias])).toEqual([
      [[[[1, 3]], [[2, 4]]], 0.5],
      [[[[10, 30]], [[20, 40]]], -1],
    ]);
  });
  it('are of the layer that looks at as many channels', () => {
    expect(learnedLayer(seedSummary, 1)?.name).toBe('conv1');
    expect(learnedLayer(seedSummary, 8)?.name).toBe('conv2');
    expect(learnedLayer(seedSummary, 3)).toBeUndefined();
  });
  it('are changed weight by weight, where they differ as float32', () => {
    const name = { layer: 'conv1', filter: 1 };
    expect(changesOf(name, weights, biases, [[[10, 30]], [[20, 40]]], -1)).toEqual([]);
    expect(changesOf(name, weights, biases, [[[10, 0.1]], [[20, 41]]], -2)).toEqual([
      // Row 0, column 1: channel 0 is at (1·2 + 0)·2 + 1, channel 1 at (1·2 + 1)·2 + 1.
      { type: 'setWeight', path: 'conv1/filter', index: 5, value: 0.1 },
      { type: 'setWeight', path: 'conv1/filter', index: 7, value: 41 },
      { type: 'setWeight', path: 'conv1/bias', index: 1, value: -2 },
    ]);
    const written = { ...weights, data: weights.data.map((weight, at) => (at === 5 ? 0.1 : weight)) };
    expect(changesOf(name, written, biases, [[[10, 0.1]], [[20, 40]]], -1)).toEqual([]);
    expect(changesOf(name, weights, biases, [[[10]], [[20]]], -1)).toEqual([]);
  });
});
