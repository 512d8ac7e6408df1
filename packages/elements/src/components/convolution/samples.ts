/** Pictures to begin with, small enough for a number in every cell: a 7, a colour picture, four feature maps of the 7. */
import { convolve } from '@convlens/geometry';
import type { PlainImage } from '@convlens/geometry';
import { presets } from './presets.js';
import { samplePicture } from './sample.js';

export const sampleNames = ['seven', 'colour', 'maps'] as const;
export type SampleName = (typeof sampleNames)[number];

export function sampleImage(name: SampleName): PlainImage {
  if (name === 'colour') return sunset();
  return name === 'maps' ? edgeMaps() : seven();
}

function seven(): PlainImage {
  const { values, size } = samplePicture();
  return { values, shape: [...size, 1] };
}

/** A red sun in a blue sky over green land: every channel has something of its own. Shares of light, in tenths. */
function sunset(): PlainImage {
  const size = 8;
  const colourAt = (row: number, column: number): readonly [number, number, number] => {
    if (row >= 6) return [0.1, row === 6 ? 0.6 : 0.4, 0.2];
    if (Math.hypot(row - 2.5, column - 4.5) < 1.8) return [1, row < 3 ? 0.6 : 0.3, 0.1];
    return [row / 10, 0.4, 0.9 - row / 10];
  };
  const values = Float64Array.from({ length: size * size }, (_, cell) => cell).reduce<number[]>(
    (all, cell) => [...all, ...colourAt(Math.floor(cell / size), cell % size)],
    [],
  );
  return { values, shape: [size, size, 3] };
}

/**
 * What a first layer of Sobel's kernels makes of the 7, as a second layer would get it: stride 2, ReLU, one map for each of
 * brighter to the right, to the left, downwards and upwards.
 */
function edgeMaps(): PlainImage {
  const kernels = [presets.sobelX, presets.sobelX, presets.sobelY, presets.sobelY];
  const signs = [1, -1, 1, -1];
  const filter = {
    values: Array.from({ length: 9 }, (_, cell) =>
      kernels.map((kernel, f) => signs[f]! * kernel.flat()[cell]!),
    ).flat(),
    shape: [3, 3, 1, 4] as const,
  };
  const { values, shape } = convolve(seven(), filter, { strides: 2, padding: 1 });
  return { values: values.map((value) => Math.max(0, value)), shape };
}
