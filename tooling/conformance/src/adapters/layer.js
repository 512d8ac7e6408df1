/** One Keras layer as a model of ours: settings translated, stored weights put in, other layouts transposed at the border. */
import { Conv2D, Dense, Dropout, Flatten, MaxPooling2D, ReLU, Sequential, Softmax } from '@convlens/layers';
import { reshape, transpose } from '@convlens/tensor-core';
import { Skip } from '../skips.js';
import { toTensor } from '../tensors.js';

/** Runs one layer on `x` (`{ dtype, shape, data }`, with a batch axis) and answers the like. */
export async function runLayer(runtime, className, settings, weights, x) {
  const make = makers[className];
  if (!make) throw new Skip('op', className);
  const isChannelsFirst = ['channelsFirst', 'channels_first'].includes(settings.dataFormat);
  const order = [0, 2, 3, 1];
  const back = [0, 3, 1, 2];
  const input = toTensor(runtime, x);
  const y = callLayer(runtime, make(settings, x), weights, isChannelsFirst ? transpose(input, order) : input);
  const output = isChannelsFirst && y.shape.length === 4 ? transpose(y, back) : y;
  return { dtype: 'float32', shape: output.shape, data: await output.read() };
}

function callLayer(runtime, layer, weights, given) {
  if (!layer) return given;
  // A row of bare numbers is a batch of examples of one feature.
  const input = given.shape.length === 1 ? reshape(given, [-1, 1]) : given;
  const model = new Sequential({ layers: [layer] });
  model.build(runtime, { inputShape: input.shape.slice(1), seed: 1 });
  const stored = model.parameters.map(({ path }, i) => [
    path,
    { ...weights[i], data: Float32Array.from(weights[i].data) },
  ]);
  model.setWeights(Object.fromEntries(stored));
  const output = model.call(input);
  model.dispose();
  return given === input ? output : reshape(output, given.shape);
}

/** Settings that say how weights begin or are held in check do not change what a layer computes. */
const makers = {
  Dense: ({ units, activation, useBias }) =>
    new Dense({ units, useBias: useBias ?? true, activation: known(activation) }),
  Conv2D: ({ filters, kernelSize, strides, padding, dilationRate, activation, useBias }) =>
    new Conv2D({
      filters,
      kernelSize,
      strides,
      padding,
      dilationRate,
      useBias,
      activation: known(activation),
    }),
  MaxPooling2D: ({ poolSize, strides, padding }) =>
    new MaxPooling2D({ poolSize, strides: strides ?? poolSize, padding }),
  Flatten: () => new Flatten(),
  ReLU({ maxValue }) {
    if (maxValue !== undefined) throw new Skip('op', 'ReLU with a ceiling');
    return new ReLU();
  },
  Softmax({ axis = -1 }, { shape }) {
    if (axis !== -1 && axis !== shape.length - 1) throw new Skip('op', 'Softmax over another axis');
    return new Softmax();
  },
  Activation: ({ activation }) => ({ relu: new ReLU(), softmax: new Softmax() })[known(activation)],
  Dropout: ({ rate, p }) => new Dropout({ rate: rate ?? p }),
};

function known(activation = 'linear') {
  if (!['linear', 'relu', 'softmax'].includes(activation)) throw new Skip('op', `activation ${activation}`);
  return activation;
}
