import { describe, expect, it } from 'vitest';
import * as core from '../src/index.js';
import { Runtime, TwoCopiesError } from '../src/index.js';
import type { Tensor } from '../src/index.js';
import { reference } from '../src/reference/index.js';
import { delayed, expectNoLeaks } from '../src/testing/index.js';

const ones = (runtime: Runtime, ...shape: number[]): Tensor => core.fill(runtime, shape, 1);

describe('Runtime.tensor', () => {
  it('reads back what it was given, in every dtype', async () => {
    const runtime = new Runtime(reference());
    for (const data of [
      Float32Array.of(1.5, -2),
      Float64Array.of(1 / 3, 2),
      Int32Array.of(-7, 8),
      Uint8Array.of(0, 255),
    ]) {
      const tensor = runtime.tensor(data, [2]);
      expect(await tensor.read()).toEqual(data);
      expect(tensor.readSync()).toEqual(data);
    }
    expect(runtime.tensor(Uint8Array.of(0, 1), [2], { dtype: 'bool' }).dtype).toBe('bool');
  });
  it('copies: the caller keeps its array and owns what it reads', async () => {
    const runtime = new Runtime(reference());
    const data = Float32Array.of(1, 2);
    const tensor = runtime.tensor(data, [2]);
    data[0] = 9;
    const read = await tensor.read();
    read[1] = 9;
    expect([...(await tensor.read())]).toEqual([1, 2]);
  });
});

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

describe('scopes', () => {
  it('free what they made and keep what they return, also inside arrays and objects', async () => {
    const runtime = new Runtime(reference());
    const [a, { b }] = runtime.scope(
      () => [ones(runtime, 2), { b: ones(runtime, 3) }, core.negate(ones(runtime, 4))] as const,
    );
    expect([a.disposed, b.disposed, runtime.memory().tensors]).toEqual([false, false, 3]);
  });
  it('nest: the outer one frees what the inner one returned', () => {
    const runtime = new Runtime(reference());
    let inner: Tensor | undefined;
    runtime.scope(() => {
      inner = runtime.scope(() => ones(runtime, 2));
      expect(inner.disposed).toBe(false);
    });
    expect(inner?.disposed).toBe(true);
  });
  it('free everything when the function throws', async () => {
    const runtime = new Runtime(reference());
    await expectNoLeaks(runtime, () => {
      expect(() =>
        runtime.scope(() => {
          ones(runtime, 2);
          throw new Error('stop');
        }),
      ).toThrow('stop');
    });
  });
  it('let go of a tensor that is kept', () => {
    const runtime = new Runtime(reference());
    let kept: Tensor | undefined;
    runtime.scope(() => runtime.scope(() => void (kept = runtime.keep(ones(runtime, 2)))));
    expect(kept?.disposed).toBe(false);
  });
  it('and an op that fails leave nothing behind', async () => {
    const runtime = new Runtime(reference());
    const [logits, labels] = [ones(runtime, 1, 3), runtime.tensor(Int32Array.of(5), [1])];
    await expectNoLeaks(runtime, () =>
      expect(() => runtime.scope(() => core.softmaxCrossEntropy(logits, labels))).toThrow('expected labels'),
    );
  });
});

describe('memory', () => {
  it('is reused: the second round allocates nothing', () => {
    const runtime = new Runtime(reference());
    const x = ones(runtime, 8, 8);
    const round = (): void => runtime.scope(() => void core.sum(core.exp(core.add(x, 1))));
    round();
    const { allocations } = runtime.memory();
    for (let i = 0; i < 100; i++) round();
    expect(runtime.memory().allocations).toBe(allocations);
  });
  it('that is idle stays under the limit, and trim gives it all back', () => {
    const runtime = new Runtime(reference(), { poolLimit: 1000 });
    for (let size = 1; size < 50; size++) ones(runtime, size).dispose();
    expect(runtime.memory().pooledBytes).toBeLessThanOrEqual(1000);
    runtime.trim();
    expect(runtime.memory()).toMatchObject({ pooledBuffers: 0, pooledBytes: 0 });
    expect(runtime.backend.memory()).toEqual({ buffers: 0, bytes: 0 });
  });
  it('of a reshape is shared, and freed with the last of the two', () => {
    const runtime = new Runtime(reference());
    const x = ones(runtime, 4);
    const y = core.reshape(x, [2, 2]);
    expect(runtime.memory().buffers).toBe(1);
    x.dispose();
    expect([...y.readSync()]).toEqual([1, 1, 1, 1]);
    y.dispose();
    y.dispose();
    expect(runtime.memory()).toMatchObject({ tensors: 0, buffers: 0, bytes: 0 });
  });
  it('of tensors that nobody holds is collected', async () => {
    // Neither is in the language; the test runner is started with --expose-gc.
    const host = globalThis as unknown as {
      gc: () => void;
      setTimeout: (fn: () => void, ms: number) => void;
    };
    const runtime = new Runtime(reference());
    const leaks: unknown[] = [];
    runtime.on('leak', (leak) => leaks.push(leak.shape));
    const make = (): void => {
      const x = runtime.tensor(new Float32Array(3), [3], { requiresGrad: true });
      core.square(core.exp(x));
    };
    make();
    for (let i = 0; i < 20 && runtime.memory().tensors > 0; i++) {
      await new Promise<void>((done) => host.setTimeout(done, 5));
      host.gc();
    }
    expect(runtime.memory()).toMatchObject({ tensors: 0, buffers: 0 });
    expect(leaks).toHaveLength(3);
  });
});

describe('expectNoLeaks', () => {
  it('finds a tensor that is left', async () => {
    const runtime = new Runtime(reference());
    await expect(expectNoLeaks(runtime, () => ones(runtime, 2))).rejects.toThrow('1 leaked');
  });
});

describe('delayed', () => {
  it('does nothing before a read is awaited, and no more than that read needs', async () => {
    const backend = delayed(reference());
    const runtime = new Runtime(backend);
    const x = ones(runtime, 2);
    const y = core.add(x, 1);
    expect(backend.report().kernels).toEqual({});
    const read = y.read();
    core.exp(x);
    expect([...(await read)]).toEqual([2, 2]);
    expect(backend.report().kernels['exp']).toBeUndefined();
    expect(backend.queued).toBeGreaterThan(0);
  });
  it('poisons what depends on a failure, with its error, and nothing else', async () => {
    const runtime = new Runtime(delayed(reference()));
    const [logits, good] = [ones(runtime, 1, 3), ones(runtime, 2)];
    const loss = core.add(core.softmaxCrossEntropy(logits, runtime.tensor(Int32Array.of(7), [1])), 1);
    await expect(loss.read()).rejects.toMatchObject({ code: 'LABEL_RANGE' });
    expect([...(await core.add(good, 1).read())]).toEqual([2, 2]);
  });
  it('answers a read with what the buffer held when it was asked', async () => {
    const runtime = new Runtime(delayed(reference()));
    const [x, gradient] = [ones(runtime, 2), ones(runtime, 2)];
    const before = x.read();
    core.sgdStep(x, gradient, { learningRate: 0.5 });
    expect([...(await x.read())]).toEqual([0.5, 0.5]);
    expect([...(await before)]).toEqual([1, 1]);
  });
  it('heals a buffer that is written anew', async () => {
    const runtime = new Runtime(delayed(reference()));
    const bad = core.softmaxCrossEntropy(ones(runtime, 1, 3), runtime.tensor(Int32Array.of(7), [1]));
    await expect(bad.read()).rejects.toMatchObject({ code: 'LABEL_RANGE' });
    bad.dispose();
    // A buffer of the same size, which the pool hands out again.
    expect([...(await runtime.tensor(Float32Array.of(4), []).read())]).toEqual([4]);
  });
});

describe('events', () => {
  it('tell of every op, until the listener leaves', () => {
    const runtime = new Runtime(reference());
    const names: string[] = [];
    const leave = runtime.on('op', ({ name, outputs }) => names.push(`${name} ${JSON.stringify(outputs)}`));
    core.negate(ones(runtime, 2));
    leave();
    core.negate(ones(runtime, 2));
    expect(names).toEqual(['fill [[2]]', 'negate [[2]]']);
  });
});
