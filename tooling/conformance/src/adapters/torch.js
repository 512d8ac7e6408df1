/** Values and gradients that PyTorch computed in float64: NCHW, OIHW. */
import * as core from '@convlens/tensor-core';
import { euclideanNorm, logSumExp } from '../compositions.js';
import { Skip } from '../skips.js';
import { decode, toTensor } from '../tensors.js';
import { pads, relayout } from '../windows.js';

/** Answers `{ y, grads }` of a row. */
export async function run(row, { runtime }) {
  const inputs = Object.fromEntries(
    Object.entries(row.inputs).map(([name, tensor]) => [
      name,
      toTensor(runtime, decode(tensor), { requiresGrad: true }),
    ]),
  );
  const operation = operations[row.op];
  if (!operation) throw new Skip('op', row.op);
  const y = operation(inputs, row.attrs, { runtime, id: row.id });
  const names = Object.keys(row.grads ?? {});
  const dy = toTensor(runtime, decode(row.dy));
  const gradients = core.gradients(
    y,
    names.map((name) => inputs[name]),
    { dy },
  );
  const grads = {};
  for (const [i, name] of names.entries()) grads[name] = await read(gradients[i]);
  return { y: await read(y), grads };
}

const read = async (tensor) => ({ shape: tensor.shape, data: await tensor.read() });

/** Ops that a row names by `fn`. */
const functions = (table) => (inputs, attrs) => {
  const f = table[attrs.fn];
  if (!f) throw new Skip('op', attrs.fn);
  return f(inputs, attrs);
};

const reducing =
  (f) =>
  ({ x }, { axis, keepDims }) =>
    f(x, { axes: axis, keepDims });

const operations = {
  unary: functions({
    relu: ({ x }) => core.relu(x),
    exp: ({ x }) => core.exp(x),
    log: ({ x }) => core.log(x),
    sqrt: ({ x }) => core.sqrt(x),
    square: ({ x }) => core.square(x),
    neg: ({ x }) => core.negate(x),
    reciprocal: ({ x }) => core.divide(1, x),
    rsqrt: ({ x }) => core.divide(1, core.sqrt(x)),
  }),
  binary: functions({
    add: ({ a, b }) => core.add(a, b),
    sub: ({ a, b }) => core.subtract(a, b),
    mul: ({ a, b }) => core.multiply(a, b),
    div: ({ a, b }) => core.divide(a, b),
  }),
  reduce: functions({
    sum: reducing(core.sum),
    mean: reducing(core.mean),
    max: reducing(core.max),
    logsumexp: reducing(logSumExp),
    l2: reducing(euclideanNorm),
  }),
  matmul: ({ a, b }) => core.matMul(a, b),
  dense: ({ x, w, b }) => core.add(core.matMul(x, w), b),
  softmax: ({ x }, { axis }) => core.softmax(x, { axis }),
  log_softmax: ({ x }, { axis }) => core.logSoftmax(x, { axis }),
  transpose: ({ x }, { perm }) => core.transpose(x, perm),
  reshape: ({ x }, { shape }) => core.reshape(x, shape),
  slice: ({ x }, { begin, size }) => core.slice(x, { begin, size }),
  concat: (inputs, { axis }) => core.concat(Object.values(inputs), { axis }),
  stack: (inputs, { axis }) =>
    core.concat(
      Object.values(inputs).map((x) => core.reshape(x, x.shape.toSpliced(axis, 0, 1))),
      { axis },
    ),
  pad({ x }, { paddings, mode, value = 0 }) {
    if (mode !== 'constant') throw new Skip('padMode', mode);
    return core.pad(x, paddings, value);
  },
  conv2d({ x, w, b }, { strides, dilations, padding, groups }) {
    const filter = relayout(w, 'oihw', 'hwio');
    const y = core.conv2d(relayout(x, 'nchw', 'nhwc'), filter, {
      strides,
      dilations,
      padding: pads(padding),
      groups,
    });
    return relayout(b ? core.add(y, b) : y, 'nhwc', 'nchw');
  },
  max_pool2d({ x }, { window, strides, padding, dilations }) {
    const y = core.maxPool2d(relayout(x, 'nchw', 'nhwc'), {
      windowSize: window,
      strides,
      padding: pads(padding),
      dilations,
    });
    return relayout(y, 'nhwc', 'nchw');
  },
  conv1d: () => refuseRank('conv1d'),
  conv3d: () => refuseRank('conv3d'),
  global_max_pool2d: ({ x }) => core.max(x, { axes: [2, 3] }),
  global_avg_pool2d: ({ x }) => core.mean(x, { axes: [2, 3] }),
  loss({ logits, pred }, { labels, reduction }, { runtime, id }) {
    const x = logits ?? pred;
    const target = runtime.tensor(Float32Array.from(labels.flat()), x.shape);
    if (id.includes('/softmax_cross_entropy')) return core.softmaxCrossEntropy(x, target, { reduction });
    if (!id.includes('/mse')) throw new Skip('op', id.split('/')[2]);
    const errors = core.square(core.subtract(x, target));
    return reduction === 'mean' ? core.mean(errors) : errors;
  },
};

function refuseRank(op) {
  throw new Skip('rank', op);
}
