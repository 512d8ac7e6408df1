/** ONNX operators (https://onnx.ai/onnx/operators/), NCHW, said in the engine's ops. */
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
import { decode, sizeOf, toTensor } from '../tensors.js';
import { relayout } from '../windows.js';

/** Runs a row's graph; answers `{ name: { shape, data } }`. */
export async function run(row, { runtime }) {
  const graph = new Graph(runtime, row.opset?.['ai.onnx'] ?? 13);
  for (const [name, tensor] of Object.entries(row.inputs)) graph.arrays.set(name, decode(tensor));
  for (const node of row.nodes) {
    const operator = operators[node.op];
    if (!operator) throw new Skip('op', node.op);
    const results = [operator(graph, node.inputs, node.attrs ?? {}, node)].flat();
    node.outputs.forEach((name, i) => results[i] && graph.tensors.set(name, results[i]));
  }
  const outputs = {};
  for (const name of Object.keys(row.expected)) {
    const tensor = graph.tensors.get(name);
    if (!tensor) throw new Skip('op', `${row.nodes.at(-1).op}, output ${name}`);
    outputs[name] = { shape: tensor.shape, data: await tensor.read() };
  }
  return outputs;
}

/** Values by name: as arrays until an op needs them as tensors, because shapes and axes are int64 and stay numbers. */
class Graph {
  constructor(runtime, opset) {
    this.runtime = runtime;
    this.opset = opset;
    this.arrays = new Map();
    this.tensors = new Map();
  }
  tensor(name) {
    if (!name) return undefined;
    if (!this.tensors.has(name) && this.arrays.has(name))
      this.tensors.set(name, toTensor(this.runtime, this.arrays.get(name)));
    return this.tensors.get(name);
  }
  /** Shapes, axes, pads: numbers that are known before anything runs. */
  numbers(name) {
    if (!name) return undefined;
    const array = this.arrays.get(name);
    if (!array) throw new Skip('op', 'shape or axes that the graph computes');
    return Array.from(array.data, Number);
  }
}

const unary =
  (f) =>
  (graph, [x]) =>
    f(graph.tensor(x));

/** Opsets before 7 name the axis at which the second shape is aligned. */
const binary =
  (f) =>
  (graph, [a, b], { axis, broadcast }) => {
    const [left, right] = [graph.tensor(a), graph.tensor(b)];
    if (!broadcast || axis === undefined) return f(left, right);
    return f(
      left,
      core.reshape(right, [
        ...right.shape,
        ...new Array(left.shape.length - axis - right.shape.length).fill(1),
      ]),
    );
  };

const reduction =
  (f) =>
  (graph, [x, axesName], { axes, keepdims = 1, noop_with_empty_axes: none = 0 }) => {
    const named = graph.numbers(axesName) ?? axes;
    const isEmpty = named === undefined || named.length === 0;
    const input = graph.tensor(x);
    return f(input, { axes: isEmpty ? (none ? [] : undefined) : named, keepDims: keepdims === 1 });
  };

const axisOf = (x, axis) => (axis < 0 ? axis + x.shape.length : axis);

/** Softmax over one axis; before opset 13 over everything from that axis on. */
const softmaxLike =
  (f) =>
  (graph, [name], { axis }) => {
    const x = graph.tensor(name);
    if (graph.opset >= 13) return f(x, { axis: axis ?? -1 });
    return core.reshape(f(flatten(x, axis ?? 1)), x.shape);
  };

const flatten = (x, axis) => core.reshape(x, [sizeOf(x.shape.slice(0, axis)), sizeOf(x.shape.slice(axis))]);

function cast(x, to) {
  const dtype = { 1: 'float32', 2: 'uint8', 6: 'int32', 9: 'bool' }[to];
  if (!dtype) throw new Skip('dtype', `ONNX type ${to}`);
  return core.cast(x, dtype);
}

/** ONNX writes all begins, then all ends; `auto_pad` names a rule whose SAME_LOWER puts the odd cell before. */
function padding({ auto_pad: rule = 'NOTSET', pads = [0, 0, 0, 0] }, size, window, strides, dilations) {
  if (rule === 'VALID') return 'valid';
  if (rule === 'SAME_UPPER') return 'same';
  if (rule === 'SAME_LOWER') {
    const [vertical, horizontal] = [0, 1].map((i) => {
      const total = Math.max(
        (Math.ceil(size[i] / strides[i]) - 1) * strides[i] + (window[i] - 1) * dilations[i] + 1 - size[i],
        0,
      );
      return [Math.ceil(total / 2), Math.floor(total / 2)];
    });
    return { top: vertical[0], bottom: vertical[1], left: horizontal[0], right: horizontal[1] };
  }
  const [top, left, bottom, right] = pads;
  return { top, left, bottom, right };
}

function windowOptions(x, attrs, window) {
  if (x.shape.length !== 4) throw new Skip('rank', `${x.shape.length - 2} axes`);
  if (attrs.ceil_mode) throw new Skip('ceilMode');
  const strides = attrs.strides ?? [1, 1];
  const dilations = attrs.dilations ?? [1, 1];
  return { strides, dilations, padding: padding(attrs, x.shape.slice(2), window, strides, dilations) };
}

const operators = {
  Add: binary(core.add),
  Sub: binary(core.subtract),
  Mul: binary(core.multiply),
  Div: binary(core.divide),
  Sum: (graph, names) => names.map((name) => graph.tensor(name)).reduce((a, b) => core.add(a, b)),
  Neg: unary(core.negate),
  Exp: unary(core.exp),
  Log: unary(core.log),
  Sqrt: unary(core.sqrt),
  Reciprocal: unary((x) => core.divide(1, x)),
  Relu: unary(core.relu),
  Identity: unary((x) => x),
  Constant(graph, _, { value, value_float: float, value_int: int, value_ints: ints }, { outputs }) {
    const stored = value?.tensor ??
      (float === undefined ? undefined : { dtype: 'float32', shape: [], data: [float] }) ?? {
        dtype: 'int64',
        shape: ints ? [ints.length] : [],
        data: ints ?? [int],
      };
    graph.arrays.set(outputs[0], decode(stored));
    return [];
  },
  Cast: (graph, [x], { to }) => cast(graph.tensor(x), to),
  Softmax: softmaxLike(core.softmax),
  LogSoftmax: softmaxLike(core.logSoftmax),
  MatMul: (graph, [a, b]) => product(graph.tensor(a), graph.tensor(b)),
  Gemm: (graph, [a, b, c], { alpha, beta, transA, transB }) =>
    gemm(graph.tensor(a), graph.tensor(b), graph.tensor(c), {
      alpha,
      beta,
      transposeA: transA === 1,
      transposeB: transB === 1,
    }),
  ReduceSum: reduction(core.sum),
  ReduceMean: reduction(core.mean),
  ReduceMax: reduction(core.max),
  ReduceSumSquare: reduction(sumOfSquares),
  ReduceL2: reduction(euclideanNorm),
  ReduceLogSum: reduction(logSum),
  ReduceLogSumExp: reduction(logSumExp),
  ArgMax(graph, [name], { axis = 0, keepdims = 1, select_last_index: last = 0 }) {
    const x = graph.tensor(name);
    const at = axisOf(x, axis);
    const y = last ? argMaxLast(x, at) : core.argMax(x, at);
    return keepdims
      ? core.reshape(
          y,
          x.shape.map((size, i) => (i === at ? 1 : size)),
        )
      : y;
  },
  Reshape(graph, [name, shapeName], attrs) {
    const x = graph.tensor(name);
    const shape = graph.numbers(shapeName) ?? attrs.shape;
    return core.reshape(
      x,
      shape.map((size, i) => (size === 0 && !attrs.allowzero ? x.shape[i] : size)),
    );
  },
  Flatten(graph, [name], { axis = 1 }) {
    const x = graph.tensor(name);
    return flatten(x, axisOf(x, axis));
  },
  Squeeze(graph, [name, axesName], attrs) {
    const x = graph.tensor(name);
    const axes = (graph.numbers(axesName) ?? attrs.axes)?.map((axis) => axisOf(x, axis));
    return core.reshape(
      x,
      x.shape.filter((size, i) => (axes ? !axes.includes(i) : size !== 1)),
    );
  },
  Unsqueeze(graph, [name, axesName], attrs) {
    const x = graph.tensor(name);
    const axes = graph.numbers(axesName) ?? attrs.axes;
    const rank = x.shape.length + axes.length;
    const added = axes.map((axis) => (axis < 0 ? axis + rank : axis));
    const rest = [...x.shape];
    return core.reshape(
      x,
      Array.from({ length: rank }, (_, i) => (added.includes(i) ? 1 : rest.shift())),
    );
  },
  Transpose: (graph, [x], { perm }) => core.transpose(graph.tensor(x), perm),
  Expand: (graph, [x, shape]) => expand(graph.tensor(x), graph.numbers(shape)),
  Concat: (graph, names, { axis = 1 }) =>
    core.concat(
      names.map((name) => graph.tensor(name)),
      { axis },
    ),
  Split(graph, [name, lengthsName], { axis = 0, split: lengths, num_outputs: count }, { outputs }) {
    const x = graph.tensor(name);
    const at = axisOf(x, axis);
    const pieces = count ?? outputs.length;
    const size = Math.ceil(x.shape[at] / pieces);
    const even = Array.from({ length: pieces }, (_, i) =>
      Math.max(0, Math.min(size, x.shape[at] - i * size)),
    );
    return split(x, graph.numbers(lengthsName) ?? lengths ?? even, at);
  },
  Slice(graph, [name, startsName, endsName, axesName, stepsName], attrs) {
    const x = graph.tensor(name);
    const starts = graph.numbers(startsName) ?? attrs.starts;
    const ends = graph.numbers(endsName) ?? attrs.ends;
    const axes = (graph.numbers(axesName) ?? attrs.axes ?? starts.map((_, i) => i)).map((axis) =>
      axisOf(x, axis),
    );
    const steps = graph.numbers(stepsName) ?? axes.map(() => 1);
    if (steps.some((step) => step < 0)) throw new Skip('op', 'Slice backwards');
    const begin = x.shape.map(() => 0);
    const sizes = [...x.shape];
    const strides = x.shape.map(() => 1);
    axes.forEach((axis, i) => {
      const size = x.shape[axis];
      const clamp = (index) => Math.min(Math.max(index < 0 ? index + size : index, 0), size);
      begin[axis] = clamp(starts[i]);
      sizes[axis] = Math.max(clamp(ends[i]) - begin[axis], 0);
      strides[axis] = steps[i];
    });
    return everyNth(core.slice(x, { begin, size: sizes }), strides);
  },
  Pad(graph, [name, padsName, valueName, axesName], attrs) {
    if ((attrs.mode ?? 'constant') !== 'constant') throw new Skip('padMode', attrs.mode);
    const x = graph.tensor(name);
    const given = graph.numbers(padsName) ?? attrs.pads ?? attrs.paddings;
    const axes = (graph.numbers(axesName) ?? x.shape.map((_, i) => i)).map((axis) => axisOf(x, axis));
    const paddings = x.shape.map(() => [0, 0]);
    axes.forEach((axis, i) => (paddings[axis] = [given[i], given[i + axes.length]]));
    if (paddings.flat().some((count) => count < 0)) throw new Skip('op', 'Pad that crops');
    return core.pad(x, paddings, valueName ? graph.numbers(valueName)[0] : (attrs.value ?? 0));
  },
  Conv(graph, [name, filterName, biasName], attrs) {
    const x = graph.tensor(name);
    const filter = graph.tensor(filterName);
    const options = windowOptions(x, attrs, filter.shape.slice(2));
    const y = core.conv2d(relayout(x, 'nchw', 'nhwc'), relayout(filter, 'oihw', 'hwio'), {
      ...options,
      groups: attrs.group ?? 1,
    });
    const bias = graph.tensor(biasName);
    return relayout(bias ? core.add(y, bias) : y, 'nhwc', 'nchw');
  },
  MaxPool(graph, [name], attrs, { outputs }) {
    const x = graph.tensor(name);
    if (outputs.length > 1) throw new Skip('op', 'MaxPool with indices');
    const options = windowOptions(x, attrs, attrs.kernel_shape);
    return relayout(
      core.maxPool2d(relayout(x, 'nchw', 'nhwc'), { ...options, windowSize: attrs.kernel_shape }),
      'nhwc',
      'nchw',
    );
  },
  GlobalMaxPool: unary((x) => core.max(x, { axes: x.shape.map((_, i) => i).slice(2), keepDims: true })),
  GlobalAveragePool: unary((x) => core.mean(x, { axes: x.shape.map((_, i) => i).slice(2), keepDims: true })),
  Dropout(graph, [name, ratioName, trainingName], _, { outputs }) {
    const training = graph.numbers(trainingName)?.[0] ?? 0;
    const ratio = graph.numbers(ratioName)?.[0] ?? 0.5;
    if (training && ratio > 0) throw new Skip('randomMask');
    const x = graph.tensor(name);
    return outputs.length > 1 ? [x, core.fill(graph.runtime, x.shape, 1, 'bool')] : x;
  },
  SoftmaxCrossEntropyLoss(
    graph,
    [scores, labelsName, weights],
    { reduction = 'mean', ignore_index: ignored },
    { outputs },
  ) {
    if (weights) throw new Skip('classWeights');
    if (ignored !== undefined) throw new Skip('ignoreIndex');
    const x = graph.tensor(scores);
    const labels = graph.arrays.get(labelsName);
    // Classes move last, and all other axes become one batch.
    const order = [0, ...x.shape.map((_, i) => i).slice(2), 1];
    const rows = core.reshape(core.transpose(x, order), [-1, x.shape[1]]);
    const classes = toTensor(graph.runtime, {
      dtype: 'int32',
      shape: [sizeOf(labels.shape)],
      data: labels.data,
    });
    const loss = core.softmaxCrossEntropy(rows, classes, { reduction });
    const shaped = reduction === 'none' ? core.reshape(loss, labels.shape) : loss;
    return outputs.length > 1 ? [shaped, core.logSoftmax(x, { axis: 1 })] : shaped;
  },
};
