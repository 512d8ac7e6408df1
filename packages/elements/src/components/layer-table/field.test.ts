import type { LayerSummary, ModelSummary } from '@convlens/types';
import { describe, expect, it } from 'vitest';
import { seedSummary } from '../../../test/seed-record.js';
import { fieldsOf } from './field.js';

const layer = (
  className: string,
  config: LayerSummary['config'],
  outputShape: readonly number[],
): LayerSummary => ({
  name: className,
  className,
  config,
  inputShape: [],
  outputShape,
  parameterCount: 0,
  weights: {},
  macs: 0,
});
const model = (inputShape: readonly number[], layers: readonly LayerSummary[]): ModelSummary => ({
  name: 'm',
  inputShape,
  layers,
  parameterCount: 0,
  macs: 0,
});

describe('what one number of a layer sees', () => {
  it('grows as by hand through the seed network, and is all of the image from the first dense layer on', () => {
    // 5; 5 + 1 = 6; 6 + 4·2 = 14; 14 + 1·2 = 16; a copy of it; the image.
    expect(fieldsOf(seedSummary)).toEqual([
      [5, 5],
      [6, 6],
      [14, 14],
      [16, 16],
      [16, 16],
      [28, 28],
      [28, 28],
    ]);
  });

  it('is 212 at the end of VGG-16, as Araujo, Norris and Sim (2019) publish', () => {
    const stages = [2, 2, 3, 3, 3];
    const layers = stages.flatMap((convolutions, stage) => {
      const size = 224 / 2 ** stage;
      const conv = layer('Conv2D', { kernelSize: [3, 3], strides: [1, 1], padding: 'same' }, [
        size,
        size,
        64,
      ]);
      return [
        ...Array.from({ length: convolutions }, () => conv),
        layer('MaxPooling2D', { poolSize: [2, 2], strides: [2, 2] }, [size / 2, size / 2, 64]),
      ];
    });
    expect(fieldsOf(model([224, 224, 3], layers)).at(-1)).toEqual([212, 212]);
  });

  it('goes through layers without a window, and through pooling that is not the maximum', () => {
    const layers = [
      layer('BatchNormalization', {}, [8, 8, 2]),
      layer('AveragePooling2D', { poolSize: [2, 2] }, [4, 4, 2]),
      layer('Dropout', { rate: 0.5 }, [4, 4, 2]),
      layer('GlobalAveragePooling2D', {}, [2]),
    ];
    expect(fieldsOf(model([8, 8, 2], layers))).toEqual([
      [1, 1],
      [2, 2],
      [2, 2],
      [8, 8],
    ]);
  });

  it('is not known from a layer on whose window is not understood', () => {
    const larger = layer('Conv2DTranspose', { kernelSize: [2, 2], strides: [2, 2] }, [16, 16, 2]);
    const wrong = layer('Conv2D', { kernelSize: ['a', NaN] }, [8, 8, 2]);
    const after = layer('ReLU', {}, [16, 16, 2]);
    expect(fieldsOf(model([8, 8, 2], [larger, after]))).toEqual([undefined, undefined]);
    expect(fieldsOf(model([8, 8, 2], [wrong]))).toEqual([undefined]);
    expect(fieldsOf(model([8, 8, 2], [layer('UpSampling2D', { size: 2 }, [16, 16, 2])]))).toEqual([
      undefined,
    ]);
  });

  it('is the whole row for a network without places', () => {
    expect(fieldsOf(model([10], [layer('Dense', { units: 2 }, [2])]))).toEqual([[10, 1]]);
  });
});
