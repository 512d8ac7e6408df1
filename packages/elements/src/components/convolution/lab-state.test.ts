import { describe, expect, it } from 'vitest';
import { seeded } from '../../../test/seeded.js';
import { decodeState, encodeState, linkState } from '../../state/link-state.js';
import { readKernel, readLab, writeKernel, writeLab } from './lab-state.js';
import type { LabState } from './lab-state.js';
import { presets, resized, withWeight } from './presets.js';
import type { KernelMatrix, PresetName } from './presets.js';

const names = Object.keys(presets) as readonly PresetName[];
const initial: LabState = {
  picture: 'given',
  mode: 'one',
  groups: 2,
  channel: 0,
  bias: 0,
  stride: 1,
  padding: 0,
  paddingMode: 'zeros',
  dilation: 1,
  transposed: false,
  flipped: false,
  kernels: [{ preset: 'sobelY', size: [3, 3], changed: [] }],
};

describe('a kernel as what is changed against a preset', () => {
  it('names the preset and the changed cells alone', () => {
    const kernel = withWeight(presets.gabor, [2, 3], 0.25);
    expect(writeKernel(kernel)).toEqual({ preset: 'gabor', size: [5, 5], changed: [[2, 3, 0.25]] });
    expect(writeKernel(resized(presets.blur, 5, 3))).toMatchObject({
      preset: 'blur',
      size: [5, 3],
      changed: [],
    });
  });
  it('comes back as it was, 500 random ones through a link', () => {
    const random = seeded(11);
    const below = (count: number): number => Math.floor(random() * count);
    for (let round = 0; round < 500; round++) {
      const base = resized(presets[names[below(names.length)]!], 1 + below(7), 1 + below(7));
      let kernel: KernelMatrix = base;
      for (let change = below(12); change > 0; change--)
        kernel = withWeight(
          kernel,
          [below(base.length), below(base[0]!.length)],
          random() < 0.5 ? (below(400) - 200) / 100 : (random() - 0.5) * 1e3,
        );
      const settings: LabState = {
        ...initial,
        mode: (['one', 'sum', 'depthwise', 'groups'] as const)[below(4)]!,
        paddingMode: (['zeros', 'reflect', 'replicate', 'circular'] as const)[below(4)]!,
        channel: below(4),
        stride: 1 + below(8),
        padding: below(11),
        dilation: 1 + below(6),
        transposed: random() < 0.5,
        flipped: random() < 0.5,
        bias: below(200) / 100,
        kernels: Array.from({ length: 1 + below(4) }, () => writeKernel(kernel)),
        ...(random() < 0.5 && { cell: [below(14), below(14)] as const }),
      };
      const state = writeLab(settings, []);
      const back = decodeState(encodeState(state));
      expect(back).toEqual(state);
      const { kernels, ...read } = readLab(back);
      expect({ ...read, kernels: settings.kernels }).toEqual({ cell: undefined, ...settings });
      expect(kernels).toEqual(settings.kernels!.map(() => kernel));
    }
  });
  it('of three channels with every weight changed by hand fits a link', () => {
    const random = seeded(3);
    const kernels = Array.from({ length: 3 }, () =>
      writeKernel(
        Array.from({ length: 11 }, () => Array.from({ length: 11 }, () => Math.round(random() * 100) / 100)),
      ),
    );
    expect(encodeState(writeLab({ ...initial, kernels }, [])).length).toBeLessThan(8192);
  });
  it('of 16 channels of float32 noise does not, and says so', () => {
    const random = seeded(3);
    const kernels = Array.from({ length: 16 }, () =>
      writeKernel(Array.from({ length: 11 }, () => Array.from({ length: 11 }, random))),
    );
    expect(() => encodeState(writeLab({ ...initial, kernels }, []))).toThrow('Use smaller kernels');
  });
});

describe('the state of a lab that is read', () => {
  const read = (settings: object): unknown => readLab(linkState('cnn-convolution', settings));
  it('is the initial one where nothing is told', () => {
    expect(read({})).toEqual({ ...initial, bias: undefined, kernels: undefined, cell: undefined });
    expect(readKernel(initial.kernels![0]!)).toEqual(presets.sobelY);
  });
  it.each([
    [{ stride: 0 }, 'stride to be a whole number from 1 to 64'],
    [{ mode: 'all' }, 'mode to be one of one, sum, depthwise, groups'],
    [{ picture: 'https://example.org/me.jpg' }, 'picture to be one of given, seven, colour, maps'],
    [{ kernel: 'alert(1)' }, 'expected settings among'],
    [{ cell: [1] }, 'cell to be [row, column]'],
    [{ cell: [-1, 0] }, 'cell'],
    [{ kernels: [] }, 'kernels to be 1 to 64 kernels'],
    [{ kernels: [{ preset: 'mine', size: [1, 1] }] }, 'kernels'],
    [{ kernels: [{ preset: 'blur', size: [12, 1] }] }, 'kernels'],
    [{ kernels: [{ preset: 'blur', size: [0, 1] }] }, 'kernels'],
    [{ kernels: [{ preset: 'blur', size: [3, 3], changed: [[3, 0, 1]] }] }, 'kernels'],
    [{ kernels: [{ preset: 'blur', size: [3, 3], code: '1' }] }, 'kernels'],
    [
      {
        kernels: [
          { preset: 'blur', size: [3, 3] },
          { preset: 'gabor', size: [5, 5] },
        ],
      },
      'of one size',
    ],
  ])('is refused: %j', (settings, reason) => {
    expect(() => read(settings)).toThrow(reason);
  });
  it('is of this element alone', () => {
    expect(() => readLab(linkState('cnn-shape-calculator', {}))).toThrow(
      'expected the state of <cnn-convolution>',
    );
  });
});
