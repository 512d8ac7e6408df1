/** Faults that users of other libraries met. A row may ask for values, for properties, or for a typed error. */
import * as core from '@convlens/tensor-core';
import { join } from 'node:path';
import { assertSame } from '../compare.js';
import { Skip } from '../skips.js';
import { decode, toTensor } from '../tensors.js';
import { properties } from './bug-properties.js';
import { readers } from './bug-readers.js';

/** Checks one row; throws a sentence if it does not hold. */
export async function check(row, { runtime, folder }) {
  const outcome = await attempt(() => answer(row, { runtime, file: (name) => join(folder, 'bugs', name) }));
  if (outcome.error instanceof Skip) throw outcome.error;
  if (row.expected.error) return assertTypedError(outcome, row.expected.error);
  if (outcome.error) {
    // Some notes say that a typed error is as right as the value.
    if (/error/.test(row.note ?? '') && isTyped(outcome.error)) return;
    throw outcome.error;
  }
  if (row.expected.properties) {
    row.expected.properties.forEach((text, i) => {
      if (outcome.value.properties[i] !== true) throw new Error(text);
    });
    return;
  }
  const tolerance = { metric: 'ALLCLOSE', ...row.tolerance };
  for (const [name, stored] of Object.entries(row.expected))
    assertSame(name, outcome.value.outputs[name], stored, tolerance);
  for (const [name, stored] of Object.entries(row.grads ?? {}))
    assertSame(`d${name}`, outcome.value.grads[name], stored, tolerance);
}

const isTyped = (error) => typeof error?.code === 'string' && error instanceof Error;

function assertTypedError({ error }, why) {
  if (!error) throw new Error(`accepted; ${why}`);
  if (!isTyped(error)) throw new Error(`not a typed error: ${error}`);
}

async function attempt(fn) {
  try {
    return { value: await fn() };
  } catch (error) {
    return { error };
  }
}

async function answer(row, context) {
  if (properties[row.op]) return { properties: await properties[row.op](row, context) };
  if (readers[row.op]) return { outputs: await readers[row.op](context.file(row.attrs.file)) };
  if (steps[row.op]) return steps[row.op](row, context.runtime);
  const operation = operations[row.op];
  if (!operation) throw new Skip('op', row.op);
  const inputs = Object.fromEntries(
    Object.entries(row.inputs).map(([name, tensor]) => [
      name,
      toTensor(context.runtime, decode(tensor), { requiresGrad: Boolean(row.grads?.[name]) }),
    ]),
  );
  const y = operation(inputs, row.attrs);
  const outputs = { y: { shape: y.shape, data: await y.read() } };
  return { outputs, grads: await gradientsOf(row, y, inputs, context.runtime) };
}

async function gradientsOf(row, y, inputs, runtime) {
  const grads = {};
  const names = Object.keys(row.grads ?? {});
  if (names.length === 0) return grads;
  const dy = toTensor(runtime, decode(row.dy.y));
  const results = core.gradients(
    y,
    names.map((name) => inputs[name]),
    { dy },
  );
  for (const [i, name] of names.entries())
    grads[name] = { shape: results[i].shape, data: await results[i].read() };
  return grads;
}

const explicit = ({ padding, pads: [[top, bottom], [left, right]] }) =>
  padding === 'same' || padding === 'valid' ? padding : { top, bottom, left, right };

const operations = {
  relu: ({ x }) => core.relu(x),
  sum: ({ x }, { axis }) => core.sum(x, { axes: axis }),
  mean: ({ x }, { axis }) => core.mean(x, { axes: axis }),
  max: ({ x }, { axis }) => core.max(x, { axes: axis }),
  argMax: ({ x }, { axis }) => core.argMax(x, axis),
  softmax: ({ x }, { axis }) => core.softmax(x, { axis }),
  concat: (inputs, { axis }) => core.concat(Object.values(inputs), { axis }),
  conv2d: ({ x, filter }, attrs) =>
    core.conv2d(x, filter, {
      strides: attrs.strides,
      dilations: attrs.dilations,
      groups: attrs.groups,
      padding: explicit(attrs),
    }),
  maxPool2d({ x }, attrs) {
    if (attrs.rounding === 'ceil') throw new Skip('ceilMode');
    return core.maxPool2d(x, {
      windowSize: attrs.windowSize,
      strides: attrs.strides,
      padding: explicit(attrs),
    });
  },
  pad: (_, { mode }) => {
    throw new Skip('padMode', mode);
  },
  softmaxCrossEntropy({ logits, labels, targets }, { reduction, labelSmoothing, ignoreLabel }) {
    if (ignoreLabel !== undefined) throw new Skip('ignoreIndex');
    return core.softmaxCrossEntropy(logits, labels ?? targets, { reduction, labelSmoothing });
  },
};

/** Optimizers: row i of `gradients` is the gradient of step i. */
const steps = {
  async adam({ inputs, attrs }, runtime) {
    const { learningRate, beta1, beta2, epsilon } = attrs;
    const parameter = toTensor(runtime, decode(inputs.parameter));
    const [firstMoment, secondMoment] = [
      core.fill(runtime, parameter.shape, 0),
      core.fill(runtime, parameter.shape, 0),
    ];
    for (const [i, gradient] of rows(runtime, inputs.gradients).entries()) {
      // The row adds epsilon to the corrected sqrt(v), Keras and so `adamStep` to the plain one: the same step, if epsilon
      // is corrected like sqrt(v).
      const correction = Math.sqrt(1 - beta2 ** (i + 1));
      core.adamStep(parameter, gradient, firstMoment, secondMoment, {
        learningRate: (learningRate * correction) / (1 - beta1 ** (i + 1)),
        beta1,
        beta2,
        epsilon: epsilon * correction,
      });
    }
    return { outputs: { parameter: { shape: parameter.shape, data: await parameter.read() } } };
  },
  sgd({ attrs }) {
    throw new Skip('op', `sgd with ${Object.keys(attrs).includes('l2') ? 'L2' : 'unknown options'}`);
  },
};

function rows(runtime, stored) {
  const { dtype, shape, data } = decode(stored);
  const size = data.length / shape[0];
  return Array.from({ length: shape[0] }, (_, i) =>
    toTensor(runtime, { dtype, shape: shape.slice(1), data: data.slice(i * size, (i + 1) * size) }),
  );
}
