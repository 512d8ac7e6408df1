// Wrong calls that people make, and every word of what they are told.
import { describe, expect, it } from 'vitest';
import * as core from '../src/index.js';
import { Runtime, TwoCopiesError } from '../src/index.js';
import type { Tensor } from '../src/index.js';
import { reference } from '../src/reference/index.js';
import { delayed } from '../src/testing/index.js';

const ones = (runtime: Runtime, ...shape: number[]): Tensor => core.fill(runtime, shape, 1);

describe('errors say op, expected, received and remedy', () => {
  const runtime = new Runtime(reference());
  const other = new Runtime({ ...reference(), name: 'another' });
  const x = (...shape: number[]): Tensor => ones(runtime, ...shape);
  const ints = runtime.tensor(Int32Array.of(1, 2), [2]);
  const freed = x(2);
  freed.dispose();

  const wrong: readonly (readonly [code: string, call: () => unknown, message: string])[] = [
    [
      'WRONG_RANK',
      () => core.conv2d(x(28, 28), x(3, 3, 1, 1)),
      'conv2d: expected x of rank 4 [batch, height, width, channels], received [28, 28]. Add the missing axes: reshape(x, [1, 28, 28, 1]).',
    ],
    [
      'INVALID_SHAPE',
      () => core.conv2d(x(1, 5, 5, 3), x(3, 3, 1, 8)),
      'conv2d: expected a filter for 3 input channels (3 in 1 group), received [3, 3, 1, 8] for x [1, 5, 5, 3]. The third axis of the filter is the input channels of one group.',
    ],
    [
      'INVALID_OPTION',
      () => core.conv2d(x(1, 5, 5, 3), x(3, 3, 1, 8), { groups: 2 }),
      'conv2d: expected groups to be a whole number that divides 3 channels and 8 filters, received 2. Use 1, or another common divisor.',
    ],
    [
      'WINDOW_TOO_LARGE',
      () => core.maxPool2d(x(1, 2, 9, 1), { windowSize: 3 }),
      'maxPool2d: expected height + padding to hold one window of 3 (size 3, dilation 1), received 2 + 0 = 2. Add at least 1 to the padding, or use a smaller window.',
    ],
    [
      'NOT_BROADCASTABLE',
      () => core.add(x(2, 3), x(2)),
      'add: expected shapes whose axes, counted from the last, are equal or 1, received [2, 3] and [2]. Reshape or transpose one of them.',
    ],
    [
      'MIXED_DTYPES',
      () => core.add(x(2), ints),
      "add: expected inputs of one dtype, received float32 and int32. Convert one of them: cast(x, 'float32').",
    ],
    [
      'WRONG_DTYPE',
      () => core.exp(ints),
      "exp: expected x of dtype float32 or float64, received int32. Convert it: cast(x, 'float32').",
    ],
    [
      'INVALID_AXIS',
      () => core.sum(x(2, 3), { axes: 2 }),
      'sum: expected an axis from -2 to 1 for a tensor of rank 2, received 2. Count from 0, or from -1 for the last.',
    ],
    [
      'INVALID_SHAPE',
      () => core.matMul(x(2, 3), x(2, 3)),
      'matMul: expected as many columns in a as rows in b, received 3 and 2 (a [2, 3], b [2, 3]). Transpose one of them: transposeA or transposeB.',
    ],
    [
      'INVALID_SHAPE',
      () => core.reshape(x(2, 3), [4, -1]),
      'reshape: expected a shape of 6 elements with at most one -1, received [4, -1]. The input is [2, 3].',
    ],
    [
      'INVALID_SHAPE',
      () => core.slice(x(2, 3), { begin: [0, 2], size: [2, 2] }),
      'slice: expected a block inside [2, 3], received begin [0, 2], size [2, 2]. Give every axis a begin and a size; -1 reaches to the end.',
    ],
    [
      'INVALID_OPTION',
      () => core.transpose(x(2, 3), [0, 0]),
      'transpose: expected permutation to be every axis from 0 to 1 once, received [0, 0]. Name each axis once.',
    ],
    [
      'INVALID_OPTION',
      () => core.pad(x(2), [[-1, 0]]),
      'pad: expected paddings to be 1 pairs [before, after] of whole numbers of 0 or more, received [[-1,0]]. Give every axis a pair; to cut cells off, use slice.',
    ],
    [
      'INVALID_OPTION',
      () => core.dropout(x(2), { rate: 1, key: [0, 0] }),
      'dropout: expected rate to be from 0 to below 1, received 1. Use 0 to drop nothing.',
    ],
    [
      'EMPTY_REDUCTION',
      () => core.mean(x(0, 2), { axes: 0 }),
      'mean: expected at least one element along the reduced axes, received shape [0, 2]. An empty mean has no value.',
    ],
    [
      'INVALID_SHAPE',
      () => core.softmaxCrossEntropy(x(2, 3), ints.runtime.tensor(Int32Array.of(1), [1])),
      "softmaxCrossEntropy: expected one class for each row of logits, [2], received [1]. Shares of classes must be floats of the logits' shape.",
    ],
    [
      'LABEL_RANGE',
      () => core.softmaxCrossEntropy(x(1, 3), runtime.tensor(Int32Array.of(3), [1])),
      'softmaxCrossEntropy: expected labels from 0 to 2 for 3 classes, received 3. Count classes from 0.',
    ],
    [
      'DATA_LENGTH',
      () => runtime.tensor(new Float32Array(3), [2, 2]),
      'tensor: expected 4 values for shape [2, 2], received 3. Correct the shape or the data.',
    ],
    [
      'DISPOSED',
      () => core.negate(freed),
      'negate: expected a live tensor, received one that was freed. Return it from its scope, or call runtime.keep(tensor).',
    ],
    [
      'MIXED_RUNTIMES',
      () => core.add(x(2), ones(other, 2)),
      'add: expected inputs of one runtime, received tensors of two ("reference" and "another"). Read one and make it anew: otherRuntime.tensor(await x.read(), x.shape).',
    ],
    [
      'NOT_A_TENSOR',
      () => core.add(x(2), [1, 2] as never),
      'add: expected input 1 to be a tensor, received an array of 2. Make one: runtime.tensor(Float32Array.of(1, 2), [2]).',
    ],
    [
      'ASYNC_SCOPE',
      () => runtime.scope(async () => x(2)),
      'scope: expected a function that returns tensors, received one that returns a promise. Read outside the scope, and keep in it only synchronous ops.',
    ],
    [
      'NO_READ_SYNC',
      () => ones(new Runtime(delayed(reference())), 2).readSync(),
      'readSync: expected a backend that answers at once, received "delayed(reference)", which does not. Use await tensor.read().',
    ],
    [
      'UPDATE_OF_RESULT',
      () => core.assign(core.negate(runtime.tensor(new Float32Array(2), [2], { requiresGrad: true })), x(2)),
      'assign: expected to overwrite a tensor that no recorded op computed, received the result of one. Update leaves only: parameters and state.',
    ],
    [
      'NOT_A_TENSOR',
      () => core.relu([1, 2] as never),
      'relu: expected input 0 to be a tensor, received an array of 2. Make one: runtime.tensor(Float32Array.of(1, 2), [2]).',
    ],
    [
      'NOT_A_TENSOR',
      () => core.sum(undefined as never),
      'sum: expected input 0 to be a tensor, received undefined. Make one: runtime.tensor(Float32Array.of(1, 2), [2]).',
    ],
    [
      'NOT_A_TENSOR',
      () => core.add(1, 2),
      'add: expected input 1 to be a tensor, received the number 2. Make one: runtime.tensor(Float32Array.of(1, 2), [2]).',
    ],
    [
      'NOT_A_TENSOR',
      () => core.conv2d(x(1, 3, 3, 1), new Float32Array(9) as never),
      'conv2d: expected input 1 to be a tensor, received a Float32Array. Make one: runtime.tensor(Float32Array.of(1, 2), [2]).',
    ],
    [
      'DATA_TYPE',
      () => runtime.tensor([1.5, 2] as never, [2]),
      'tensor: expected data in a Float32Array, Int32Array, Uint8Array or Float64Array, received an array of 2. Convert it: Float32Array.from(data).',
    ],
    [
      'DATA_DTYPE',
      () => runtime.tensor(Float32Array.of(1.5), [1], { dtype: 'int32' }),
      "tensor: expected dtype float32 for such an array, received int32. Convert the tensor afterwards: cast(x, 'int32').",
    ],
    [
      'WRONG_DTYPE',
      () => runtime.tensor(Int32Array.of(1), [1], { requiresGrad: true }),
      'tensor: expected data that requires a gradient of dtype float32 or float64, received int32. Convert it: Float32Array.from(data).',
    ],
    [
      'INVALID_SHAPE',
      () => core.fill(runtime, [2, -1], 0),
      'fill: expected a shape of whole numbers of 0 or more, received [2, -1]. Correct the shape.',
    ],
    [
      'INVALID_OPTION',
      () => core.multiply(ints, 0.5),
      "multiply: expected the number to be a whole number from -2147483648 to 2147483647 for int32, received 0.5. Convert the tensor: cast(x, 'float32').",
    ],
    [
      'WRONG_DTYPE',
      () => core.add(core.cast(x(2), 'bool'), core.cast(x(2), 'bool')),
      "add: expected a of dtype float32, int32 or uint8, received bool. Convert it: cast(a, 'int32').",
    ],
    [
      'WRONG_DTYPE',
      () => core.matMul(core.cast(x(2, 2), 'uint8'), core.cast(x(2, 2), 'uint8')),
      "matMul: expected a of dtype float32 or int32, received uint8. Convert it: cast(a, 'float32').",
    ],
    [
      'MIXED_DTYPES',
      () => core.matMulBias(x(1, 2), x(2, 2), ints),
      "matMulBias: expected inputs of one dtype, received float32 and int32. Convert one of them: cast(x, 'float32').",
    ],
    [
      'MIXED_DTYPES',
      () => core.conv2dBias(x(1, 2, 2, 1), x(1, 1, 1, 2), ints),
      "conv2dBias: expected inputs of one dtype, received float32 and int32. Convert one of them: cast(x, 'float32').",
    ],
    [
      'INVALID_OPTION',
      () => core.matMulBias(x(1, 2), x(2, 2), x(2), { activation: 'tanh' as never }),
      "matMulBias: expected activation to be 'none' or 'relu', received 'tanh'. Call another function on the result.",
    ],
    [
      'INVALID_OPTION',
      () => core.softmaxCrossEntropy(x(2, 3), ints, { reduction: 'average' as never }),
      "softmaxCrossEntropy: expected reduction to be 'mean', 'sum' or 'none', received 'average'. Choose one of them.",
    ],
    [
      'INVALID_SHAPE',
      () => core.softmaxCrossEntropy(x(2, 0), ints),
      'softmaxCrossEntropy: expected logits [..., classes] of at least one class, received [2, 0]. Give the scores an axis of classes.',
    ],
    [
      'INVALID_SHAPE',
      () => core.softmax(x()),
      'softmax: expected a tensor of at least one axis, received [], a scalar. Give it one: reshape(x, [1]).',
    ],
    [
      'WRONG_DTYPE',
      () => core.sgdStep(ints, ints, { learningRate: 1 }),
      "sgdStep: expected parameter of dtype float32 or float64, received int32. Convert it: cast(parameter, 'float32').",
    ],
  ];
  it.each(wrong)('%s %#', (code, call, message) => {
    let caught: unknown;
    try {
      call();
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({ code, message });
  });

  it('TWO_COPIES: tensors of another contract are recognised', () => {
    const foreign = Object.assign(Object.create(null), { [Symbol.for('convlens.tensor')]: 2 });
    expect(() => core.add(x(2), foreign)).toThrow(TwoCopiesError);
    expect(() => core.add(x(2), foreign)).toThrow('expected tensors of contract 1, received contract 2');
  });
});
