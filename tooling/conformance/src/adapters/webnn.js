/** WebNN's operators (https://www.w3.org/TR/webnn/), layouts and all, said in the engine's ops. */
import * as core from '@convlens/tensor-core';
import {
  argMaxLast,
  euclideanNorm,
  everyNth,
  expand,
  gemm,
  logSum,
  logSumExp,
  product,
  split,
  sumOfSquares,
} from '../compositions.js';
import { Skip } from '../skips.js';
import { decode, toTensor } from '../tensors.js';
import { pads, relayout } from '../windows.js';

/** Runs a row's graph; answers `{ name: { shape, data } }`. */
export async function run(row, { runtime }) {
  const inputs = Object.entries(row.inputs).map(([name, tensor]) => [
    name,
    toTensor(runtime, decode(tensor)),
  ]);
  const graph = { tensors: new Map(inputs), operators: new Map(), runtime };
  for (const node of row.nodes) runNode(graph, node);
  const outputs = {};
  for (const name of Object.keys(row.expected)) {
    const tensor = graph.tensors.get(name);
    if (tensor) outputs[name] = { shape: tensor.shape, data: await tensor.read() };
  }
  return outputs;
}

function runNode(graph, node) {
  const args = flatten(node.args);
  const operator = operators[node.op];
  if (!operator) throw new Skip('op', node.op);
  // An operator without an input is an activation that another operator applies.
  if (['input', 'inputs', 'a', 'inputA'].every((name) => args[name] === undefined)) {
    graph.operators.set(node.outputs[0], node.op);
    return;
  }
  const x = graph.tensors.get(args.input);
  const results = [operator(x, args, graph)].flat();
  node.outputs.forEach((name, i) => graph.tensors.set(name, results[i]));
}

/** `[{ input }, { options: { … } }]` as one object. */
const flatten = (args) =>
  Object.assign({}, ...args.map(({ options, ...rest }) => ({ ...rest, ...(options ?? {}) })));

const unary = (f) => (x) => f(x);
const binary =
  (f) =>
  (_, args, { tensors }) =>
    f(tensors.get(args.a ?? args.inputA), tensors.get(args.b ?? args.inputB));
const reduction =
  (f) =>
  (x, { axes, keepDimensions }) =>
    f(x, { axes, keepDims: keepDimensions ?? false });
const axisOf = (x, axis) => (axis < 0 ? axis + x.shape.length : axis);

const operators = {
  add: binary(core.add),
  sub: binary(core.subtract),
  mul: binary(core.multiply),
  div: binary(core.divide),
  neg: unary(core.negate),
  exp: unary(core.exp),
  log: unary(core.log),
  sqrt: unary(core.sqrt),
  relu: unary(core.relu),
  identity: unary((x) => x),
  reciprocal: unary((x) => core.divide(1, x)),
  linear: (x, { alpha = 1, beta = 0 }) => core.add(core.multiply(x, alpha), beta),
  clamp(x, { minValue, maxValue }) {
    if (minValue === undefined && maxValue === undefined) return x;
    throw new Skip('op', 'clamp');
  },
  cast(x, { type }) {
    if (!['float32', 'int32', 'uint8'].includes(type)) throw new Skip('dtype', type);
    return core.cast(x, type);
  },
  matmul: binary(webnnProduct),
  gemm: (_, { a, b, c, alpha, beta, aTranspose, bTranspose }, { tensors }) =>
    gemm(tensors.get(a), tensors.get(b), tensors.get(c), {
      alpha,
      beta,
      transposeA: aTranspose,
      transposeB: bTranspose,
    }),
  reduceSum: reduction(core.sum),
  reduceMean: reduction(core.mean),
  reduceMax: reduction(core.max),
  reduceSumSquare: reduction(sumOfSquares),
  reduceL2: reduction(euclideanNorm),
  reduceLogSum: reduction(logSum),
  reduceLogSumExp: reduction(logSumExp),
  argMax(x, { axis, keepDimensions, selectLastIndex }) {
    const at = axisOf(x, axis);
    const y = selectLastIndex ? argMaxLast(x, at) : core.argMax(x, at);
    return keepDimensions
      ? core.reshape(
          y,
          x.shape.map((size, i) => (i === at ? 1 : size)),
        )
      : y;
  },
  softmax: (x, { axis = -1 }) => core.softmax(x, { axis }),
  reshape: (x, { newShape }) =>
    core.reshape(
      x,
      newShape.map((size) => size ?? -1),
    ),
  expand: (x, { newShape }) => expand(x, newShape),
  transpose: (x, { permutation }) => core.transpose(x, permutation),
  concat: (_, { inputs, axis }, { tensors }) =>
    core.concat(
      inputs.map((name) => tensors.get(name)),
      { axis },
    ),
  split(x, { splits, axis = 0 }) {
    const at = axisOf(x, axis);
    const lengths = typeof splits === 'number' ? new Array(splits).fill(x.shape[at] / splits) : splits;
    return split(x, lengths, at);
  },
  slice: (x, { starts, sizes, strides }) =>
    everyNth(core.slice(x, { begin: starts, size: sizes }), strides ?? sizes.map(() => 1)),
  pad(x, { beginningPadding, endingPadding, mode = 'constant', value = 0 }) {
    if (mode !== 'constant') throw new Skip('padMode', mode);
    return core.pad(
      x,
      beginningPadding.map((before, i) => [before, endingPadding[i]]),
      value,
    );
  },
  conv2d(x, args, graph) {
    const {
      inputLayout = 'nchw',
      filterLayout = 'oihw',
      padding = [0, 0, 0, 0],
      strides,
      dilations,
      groups,
    } = args;
    const filter = relayout(graph.tensors.get(args.filter), filterLayout, 'hwio');
    const y = core.conv2d(relayout(x, inputLayout, 'nhwc'), filter, {
      padding: pads(padding),
      strides,
      dilations,
      groups,
    });
    const bias = graph.tensors.get(args.bias);
    const activated = activate(bias ? core.add(y, bias) : y, args.activation, graph);
    return relayout(activated, 'nhwc', inputLayout);
  },
  maxPool2d(
    x,
    {
      windowDimensions,
      layout = 'nchw',
      padding = [0, 0, 0, 0],
      strides,
      dilations,
      roundingType,
      outputSizes,
    },
  ) {
    if (roundingType === 'ceil' || outputSizes) throw new Skip('ceilMode');
    const input = relayout(x, layout, 'nhwc');
    const windowSize = windowDimensions ?? [input.shape[1], input.shape[2]];
    // Steps of 1 where none are given: WebNN's default, unlike ours.
    return relayout(
      core.maxPool2d(input, { windowSize, padding: pads(padding), strides: strides ?? 1, dilations }),
      'nhwc',
      layout,
    );
  },
};

function activate(y, name, { operators: known }) {
  if (name === undefined) return y;
  const op = known.get(name) ?? name;
  if (op !== 'relu') throw new Skip('op', op);
  return core.relu(y);
}

/** WebNN keeps the axis that a vector is given, except where both are vectors. */
function webnnProduct(a, b) {
  const isVectors = a.shape.length === 1 && b.shape.length === 1;
  if (isVectors) return product(a, b);
  return core.matMul(
    a.shape.length === 1 ? core.reshape(a, [1, -1]) : a,
    b.shape.length === 1 ? core.reshape(b, [-1, 1]) : b,
  );
}
