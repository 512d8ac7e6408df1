/** A network small enough to compute by hand: 3 x 3 -> one kernel 2 x 2, ReLU -> max-pool 2 -> flatten -> dense 2. */
import type { ActivationRecord, LayerSummary } from '@convlens/types';

const layer = (
  name: string,
  className: string,
  config: LayerSummary['config'],
  inputShape: readonly number[],
  outputShape: readonly number[],
  weights: Readonly<Record<string, readonly number[]>> = {},
): LayerSummary => ({
  name,
  className,
  config,
  inputShape,
  outputShape,
  weights,
  macs: 0,
  parameterCount: 0,
});

const tensor = (shape: readonly number[], data: readonly number[]) => ({
  shape,
  data: Float32Array.from(data),
});

/** The kernel looks at its top left cell alone and takes 2 away: [1 2; 4 5] - 2 = [-1 0; 2 3]. */
export const smallRecord: ActivationRecord = {
  format: 'convlens.trace',
  version: 1,
  model: {
    name: 'small',
    inputShape: [3, 3, 1],
    parameterCount: 9,
    macs: 18,
    classNames: ['no', 'yes'],
    layers: [
      layer(
        'conv1',
        'Conv2D',
        { kernelSize: [2, 2], strides: [1, 1], padding: 'valid', activation: 'relu' },
        [3, 3, 1],
        [2, 2, 1],
        { filter: [2, 2, 1, 1], bias: [1] },
      ),
      layer(
        'pool1',
        'MaxPooling2D',
        { poolSize: [2, 2], strides: [2, 2], padding: 'valid' },
        [2, 2, 1],
        [1, 1, 1],
      ),
      layer('flatten', 'Flatten', {}, [1, 1, 1], [1]),
      layer('dropout', 'Dropout', { rate: 0.5 }, [1], [1]),
      layer('dense1', 'Dense', { units: 2, activation: 'linear' }, [1], [2], { kernel: [1, 2], bias: [2] }),
      layer('softmax', 'Softmax', {}, [2], [2]),
    ],
  },
  tensors: {
    input: tensor([1, 3, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]),
    'conv1/filter': tensor([2, 2, 1, 1], [1, 0, 0, 0]),
    'conv1/bias': tensor([1], [-2]),
    'conv1/output': tensor([1, 2, 2, 1], [0, 0, 2, 3]),
    'pool1/output': tensor([1, 1, 1, 1], [3]),
    'flatten/output': tensor([1, 1], [3]),
    'dense1/kernel': tensor([1, 2], [2, -1]),
    'dense1/bias': tensor([2], [0.5, 0]),
    'dense1/output': tensor([1, 2], [6.5, -3]),
    probabilities: tensor([1, 2], [0.9999, 0.0001]),
  },
};
