// Every op's gradient against finite differences in float64, with every option that changes its arithmetic.
import { randomKey } from '@convlens/random';
import type { Shape } from '@convlens/types';
import { describe, expect, it } from 'vitest';
import * as core from '../src/index.js';
import type { Runtime, Tensor } from '../src/index.js';
import { checkGradient } from '../src/testing/index.js';
import type { CheckGradientOptions } from '../src/testing/index.js';

type Case = readonly [
  name: string,
  f: (inputs: readonly Tensor[], runtime: Runtime) => Tensor,
  shapes: readonly Shape[],
  options?: CheckGradientOptions,
];

const [first, second, third] = [
  (inputs: readonly Tensor[]) => inputs[0]!,
  (inputs: readonly Tensor[]) => inputs[1]!,
  (inputs: readonly Tensor[]) => inputs[2]!,
];
const unary =
  (f: (x: Tensor) => Tensor) =>
  (inputs: readonly Tensor[]): Tensor =>
    f(first(inputs));
const binary =
  (f: (a: Tensor, b: Tensor) => Tensor) =>
  (inputs: readonly Tensor[]): Tensor =>
    f(first(inputs), second(inputs));

/** Away from 0, on either side. */
const awayFromZero = { values: [[0.5, -1.5, 2, -0.75, 1.25, -2.5]] };
const positive = { values: [[0.5, 1.5, 2, 0.75, 1.25, 2.5]] };
/** No two equal, so that a maximum has no kink. */
const distinct = (length: number): CheckGradientOptions => ({
  values: [Array.from({ length }, (_, i) => ((i * 37) % length) / 7 - 3)],
});
const broadcasts: readonly (readonly [Shape, Shape])[] = [
  [
    [2, 3],
    [2, 3],
  ],
  [[2, 3], [3]],
  [
    [2, 1, 3],
    [4, 1],
  ],
  [[], [2, 2]],
];
const arithmetic = (name: string, f: (a: Tensor, b: Tensor) => Tensor): readonly Case[] =>
  broadcasts.map((shapes) => [`${name} of ${JSON.stringify(shapes)}`, binary(f), shapes]);

const convolutions: readonly (readonly [core.Conv2DOptions, Shape, Shape])[] = [
  [{}, [2, 4, 5, 2], [3, 2, 2, 3]],
  [{ padding: 'same' }, [1, 5, 4, 2], [3, 3, 2, 2]],
  [{ padding: 'same', strides: 2 }, [1, 5, 6, 1], [3, 3, 1, 2]],
  [{ padding: { top: 2, bottom: 0, left: 1, right: 3 }, strides: [2, 1] }, [1, 4, 3, 2], [2, 3, 2, 1]],
  [{ dilations: [2, 1] }, [1, 6, 4, 1], [3, 2, 1, 2]],
  [{ dilations: 2, strides: 2, padding: 'same' }, [1, 7, 6, 2], [3, 3, 2, 2]],
  [{ groups: 2, padding: 1 }, [1, 4, 4, 4], [3, 3, 2, 6]],
  [{ groups: 3, strides: 2, dilations: [1, 2] }, [1, 5, 6, 3], [2, 2, 1, 3]],
  [{}, [1, 3, 3, 2], [1, 1, 2, 4]],
  ...everyCombination(),
];
/** Strides, dilations, groups and paddings together, on an image and a filter that are not square. */
function everyCombination(): readonly (readonly [core.Conv2DOptions, Shape, Shape])[] {
  const paddings = ['valid', 'same', { top: 0, bottom: 2, left: 1, right: 0 }] as const;
  return ([1, 2] as const).flatMap((strides) =>
    ([1, 2] as const).flatMap((dilations) =>
      ([1, 2] as const).flatMap((groups) =>
        paddings.map(
          (padding) =>
            [{ strides, dilations, groups, padding }, [1, 5, 6, 2], [3, 2, 2 / groups, 2]] as const,
        ),
      ),
    ),
  );
}
const label = (options: object): string => JSON.stringify(options);

const cases: readonly Case[] = [
  ...arithmetic('add', core.add),
  ...arithmetic('subtract', core.subtract),
  ...arithmetic('multiply', core.multiply),
  ['divide', binary(core.divide), [[2, 3], [3]], { values: [undefined, [0.5, -1.5, 2]] }],
  ['divide of a number', unary((x) => core.divide(2, x)), [[6]], awayFromZero],
  ['negate', unary(core.negate), [[2, 3]]],
  ['exp', unary(core.exp), [[2, 3]]],
  ['log', unary(core.log), [[6]], positive],
  ['sqrt', unary(core.sqrt), [[6]], positive],
  ['square', unary(core.square), [[2, 3]]],
  ['cast', unary((x) => core.cast(x, 'float64')), [[2, 3]]],
  ['reshape', unary((x) => core.reshape(x, [3, -1])), [[2, 3]]],
  ['transpose', unary((x) => core.transpose(x, [2, 0, 1])), [[2, 3, 4]]],
  ['broadcastTo', unary((x) => core.broadcastTo(x, [4, 2, 3])), [[2, 1]]],
  ['slice', unary((x) => core.slice(x, { begin: [1, 0], size: [2, -1] })), [[4, 3]]],
  [
    'concat',
    binary((a, b) => core.concat([a, b, a], { axis: 1 })),
    [
      [2, 3],
      [2, 1],
    ],
  ],
  [
    'pad',
    unary((x) =>
      core.pad(
        x,
        [
          [1, 0],
          [2, 3],
        ],
        0.5,
      ),
    ),
    [[2, 3]],
  ],
  ['sum over all', unary(core.sum), [[2, 3]]],
  ['sum over an axis', unary((x) => core.sum(x, { axes: [0, -1], keepDims: true })), [[2, 3, 2]]],
  ['mean over all', unary(core.mean), [[2, 3]]],
  ['mean over an axis', unary((x) => core.mean(x, { axes: 1 })), [[2, 3, 2]]],
  ['max over all', unary(core.max), [[3, 4]], distinct(12)],
  ['max over an axis', unary((x) => core.max(x, { axes: 1, keepDims: true })), [[3, 4]], distinct(12)],
  ...[false, true].flatMap((transposeA) =>
    [false, true].map((transposeB): Case => [
      `matMul ${label({ transposeA, transposeB })}`,
      binary((a, b) => core.matMul(a, b, { transposeA, transposeB })),
      [transposeA ? [3, 2] : [2, 3], transposeB ? [4, 3] : [3, 4]],
    ]),
  ),
  [
    'matMul of batches',
    binary(core.matMul),
    [
      [2, 1, 2, 3],
      [4, 3, 2],
    ],
  ],
  [
    'matMul of a batch and a matrix',
    binary((a, b) => core.matMul(a, b, { transposeB: true })),
    [
      [2, 2, 3],
      [4, 3],
    ],
  ],
  [
    'matMulBias',
    (inputs) => core.matMulBias(first(inputs), second(inputs), third(inputs)),
    [[2, 3], [3, 4], [4]],
  ],
  [
    'matMulBias with relu',
    (inputs) => core.matMulBias(first(inputs), second(inputs), third(inputs), { activation: 'relu' }),
    [[2, 3], [3, 4], [4]],
  ],
  ...convolutions.map(([options, x, filter]): Case => [
    `conv2d ${label(options)}`,
    binary((a, b) => core.conv2d(a, b, options)),
    [x, filter],
  ]),
  ...(['none', 'relu'] as const).map((activation): Case => [
    `conv2dBias with ${activation}`,
    (inputs) =>
      core.conv2dBias(first(inputs), second(inputs), third(inputs), {
        activation,
        padding: 'same',
        strides: [1, 2],
      }),
    [[2, 4, 3, 2], [3, 2, 2, 3], [3]],
  ]),
  ['maxPool2d', unary((x) => core.maxPool2d(x, { windowSize: 2 })), [[1, 4, 5, 2]], distinct(40)],
  [
    'maxPool2d, overlapping',
    unary((x) => core.maxPool2d(x, { windowSize: 3, strides: 1, padding: 'same' })),
    [[1, 4, 5, 2]],
    distinct(40),
  ],
  [
    'maxPool2d, dilated',
    unary((x) =>
      core.maxPool2d(x, { windowSize: [2, 3], strides: [2, 1], dilations: [2, 1], padding: [1, 0] }),
    ),
    [[1, 4, 5, 2]],
    distinct(40),
  ],
  ['relu', unary(core.relu), [[6]], awayFromZero],
  ['leakyRelu', unary((x) => core.leakyRelu(x, { negativeSlope: 0.1 })), [[6]], awayFromZero],
  ['sigmoid', unary(core.sigmoid), [[6]]],
  ['tanh', unary(core.tanh), [[6]]],
  ['averagePool2d', unary((x) => core.averagePool2d(x, { windowSize: 2 })), [[2, 4, 5, 2]]],
  [
    'averagePool2d, padded and overlapping',
    unary((x) => core.averagePool2d(x, { windowSize: [3, 2], strides: 1, padding: 'same' })),
    [[1, 4, 3, 2]],
  ],
  ['softmax', unary(core.softmax), [[3, 4]]],
  ['softmax over another axis', unary((x) => core.softmax(x, { axis: 0 })), [[3, 2, 2]]],
  ['logSoftmax', unary(core.logSoftmax), [[3, 4]]],
  ['logSoftmax over another axis', unary((x) => core.logSoftmax(x, { axis: 1 })), [[2, 3, 2]]],
  ...(['mean', 'sum', 'none'] as const).map((reduction): Case => [
    `softmaxCrossEntropy of classes, ${reduction}`,
    ([logits], runtime) =>
      core.softmaxCrossEntropy(logits!, runtime.tensor(Int32Array.of(2, 0), [2]), {
        reduction,
        labelSmoothing: 0.2,
      }),
    [[2, 3]],
  ]),
  [
    'softmaxCrossEntropy of shares',
    binary((logits, labels) => core.softmaxCrossEntropy(logits, labels, { labelSmoothing: 0.1 })),
    [
      [2, 3],
      [2, 3],
    ],
    { values: [undefined, [0.2, 0.3, 0.5, 1, 0, 0]] },
  ],
  ['dropout', unary((x) => core.dropout(x, { rate: 0.4, key: randomKey(3) })), [[4, 5]]],
];

describe('gradients agree with finite differences', () => {
  for (const [name, f, shapes, options] of cases) it(name, () => checkGradient(f, shapes, options));
});

/** Public functions that are no op, or whose results have no slope. */
const withoutGradient = [
  'Runtime',
  'Tensor',
  'contract',
  'byteLengthOf',
  'byteWidth',
  'dtypeOf',
  'sizeOf',
  'viewOf',
  'fill',
  'argMax',
  'gradients',
  'detach',
  'adamStep',
  'assign',
  'momentumStep',
  'sgdStep',
  'counted',
  'defineOp',
  'DisposedError',
  'ShapeError',
  'StaleTensorError',
  'TensorError',
  'TwoCopiesError',
];

it('leaves no op of the public index out', () => {
  const missing = Object.keys(core).filter(
    (name) => !withoutGradient.includes(name) && !cases.some(([title]) => title.split(/[ ,]/)[0] === name),
  );
  expect(missing).toEqual([]);
});

describe('checkGradient', () => {
  /** x squared, whose gradient is said to be 1 % larger than it is. */
  const canary = (x: Tensor): Tensor => {
    const op = core.defineOp<'square'>({
      name: 'square',
      inferOutputs: ([input]) => [{ shape: input!.shape, dtype: input!.dtype }],
      gradient: ({ dys: [dy], inputs: [input] }) => [() => core.multiply(core.multiply(dy!, input!), 2.02)],
    });
    return x.runtime.run(op, [x], {})[0]!;
  };
  it('finds a gradient that is 1 % wrong', async () => {
    await expect(checkGradient(unary(canary), [[2, 3]])).rejects.toThrow('finite difference');
  });
});
