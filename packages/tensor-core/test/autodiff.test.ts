import { fillUniform, randomKey } from '@convlens/random';
import { describe, expect, it } from 'vitest';
import * as core from '../src/index.js';
import { Runtime, StaleTensorError } from '../src/index.js';
import type { KernelTable, Tensor } from '../src/index.js';
import { reference } from '../src/reference/index.js';
import { delayed, expectNoLeaks } from '../src/testing/index.js';

const backends = { reference, 'delayed(reference)': () => delayed(reference()) };

describe.each(Object.entries(backends))('gradients on %s', (_, make) => {
  const variable = (runtime: Runtime, ...values: number[]): Tensor =>
    runtime.tensor(Float32Array.from(values), [values.length], { requiresGrad: true });

  it('add up over every way from y to x', async () => {
    const x = variable(new Runtime(make()), 3);
    // y = x x + x: dy/dx = 2 x + 1
    const [dx] = core.gradients(core.add(core.multiply(x, x), x), [x]);
    expect([...(await dx!.read())]).toEqual([7]);
  });
  it('start from a given dy', async () => {
    const runtime = new Runtime(make());
    const x = variable(runtime, 1, 2);
    const dy = runtime.tensor(Float32Array.of(10, 100), [2]);
    const [dx] = core.gradients(core.square(x), [x], { dy });
    expect([...(await dx!.read())]).toEqual([20, 400]);
    expect([...(await dy.read())]).toEqual([10, 100]);
  });
  it('of y with respect to itself are dy', async () => {
    const runtime = new Runtime(make());
    const x = variable(runtime, 1, 2);
    const dy = runtime.tensor(Float32Array.of(5, 6), [2]);
    const [dx] = core.gradients(x, [x], { dy });
    dy.dispose();
    expect([...(await dx!.read())]).toEqual([5, 6]);
  });
  it('reach an input of the middle and an input of the start at once', async () => {
    const x = variable(new Runtime(make()), 2);
    const middle = core.square(x);
    const [dMiddle, dx] = core.gradients(core.multiply(middle, 3), [middle, x]);
    expect([...(await dMiddle!.read()), ...(await dx!.read())]).toEqual([3, 12]);
  });
  it('use what a scope has freed as long as the graph holds it', async () => {
    const runtime = new Runtime(make());
    const x = variable(runtime, 3);
    const y = runtime.scope(() => core.exp(core.log(core.square(x))));
    const [dx] = core.gradients(y, [x]);
    expect((await dx!.read())[0]).toBeCloseTo(6, 5);
  });
  it('are told of an x that y does not depend on, unless zeros are asked for', async () => {
    const runtime = new Runtime(make());
    const [x, other] = [variable(runtime, 1), variable(runtime, 1, 2)];
    const y = core.square(x);
    expect(() => core.gradients(y, [x, other])).toThrow('expected y to depend on xs[1]');
    const [, zeros] = core.gradients(y, [x, other], { unconnected: 'zeros' });
    expect([...(await zeros!.read())]).toEqual([0, 0]);
  });
  it('stop at detach and at withoutGradients', async () => {
    const runtime = new Runtime(make());
    const x = variable(runtime, 3);
    const [dx] = core.gradients(core.multiply(x, core.detach(x)), [x]);
    expect([...(await dx!.read())]).toEqual([3]);
    expect(runtime.withoutGradients(() => core.square(x)).requiresGrad).toBe(false);
  });
  it('refuse a tensor that was overwritten after it was recorded', () => {
    const runtime = new Runtime(make());
    const [x, gradient] = [variable(runtime, 3), variable(runtime, 1)];
    const y = core.square(x);
    core.sgdStep(x, gradient, { learningRate: 1 });
    expect(() => core.gradients(y, [x])).toThrow(StaleTensorError);
  });
  it('refuse it through a reshape too: a view shares the version', () => {
    const runtime = new Runtime(make());
    const [x, gradient] = [variable(runtime, 3, 4), variable(runtime, 1, 1)];
    const y = core.square(core.reshape(x, [2, 1]));
    core.sgdStep(x, gradient, { learningRate: 1 });
    expect(() => core.gradients(y, [x])).toThrow(StaleTensorError);
  });
  it('leave nothing behind', async () => {
    const runtime = new Runtime(make());
    const x = variable(runtime, 1, 2, 3);
    await expectNoLeaks(runtime, () =>
      runtime.scope(() => {
        const y = core.mean(
          core.softmaxCrossEntropy(core.reshape(core.exp(x), [1, 3]), runtime.tensor(Int32Array.of(1), [1])),
        );
        core.gradients(y, [x]);
      }),
    );
  });
});

describe('what is freed', () => {
  const variable = (runtime: Runtime, ...values: number[]): Tensor =>
    runtime.tensor(Float32Array.from(values), [values.length], { requiresGrad: true });

  it('an output that nobody holds can be used by a gradient again and again, and nothing else is freed with it', () => {
    const runtime = new Runtime(reference());
    const logits = runtime.tensor(Float32Array.of(0, 0), [1, 2], { requiresGrad: true });
    const labels = runtime.tensor(Int32Array.of(1), [1]);
    // The scope frees the second output, the logarithms; each gradient picks it up and puts it down again.
    const loss = runtime.scope(() => core.softmaxCrossEntropy(logits, labels));
    const slopes = [1, 2, 3].map(() => core.gradients(loss, [logits])[0]!);
    loss.dispose();
    const next = runtime.tensor(Int32Array.of(0), [1]);
    expect([...labels.readSync(), ...next.readSync()]).toEqual([1, 0]);
    for (const slope of slopes) expect([...slope.readSync()]).toEqual([0.5, -0.5]);
    for (const tensor of [...slopes, logits, labels, next]) tensor.dispose();
    expect(runtime.memory()).toMatchObject({ tensors: 0, buffers: 0, bytes: 0 });
  });
  it('gradients that are equal are still one tensor for each x', () => {
    const runtime = new Runtime(reference());
    const [a, b] = [variable(runtime, 1), variable(runtime, 2)];
    const [da, again, db] = core.gradients(core.add(a, b), [a, a, b]);
    da!.dispose();
    again!.dispose();
    expect([...db!.readSync()]).toEqual([1]);
  });
  it('a y or an x that was freed is refused, whatever its buffer holds by now', () => {
    const runtime = new Runtime(reference());
    const x = variable(runtime, 3);
    const y = core.exp(core.square(x));
    const other = core.square(x);
    y.dispose();
    expect(() => core.gradients(y, [x])).toThrow('gradients: expected a live tensor');
    x.dispose();
    expect(() => core.gradients(other, [x])).toThrow('gradients: expected a live tensor');
  });
  it('dy has the shape and the dtype of y, and the runtime too', () => {
    const runtime = new Runtime(reference());
    const x = variable(runtime, 1, 2);
    const dy = runtime.tensor(Float32Array.of(1), [1]);
    expect(() => core.gradients(core.square(x), [x], { dy })).toThrow(
      'gradients: expected dy like y, float32 [2], received float32 [1]. Leave dy out for ones.',
    );
    const foreign = variable(new Runtime(reference()), 1, 2);
    expect(() => core.gradients(core.square(x), [foreign])).toThrow('expected inputs of one runtime');
  });
});

describe('deep graphs', () => {
  it('of 50,000 ops are walked and freed without recursion', async () => {
    const runtime = new Runtime(reference());
    const x = runtime.tensor(Float32Array.of(1), [1], { requiresGrad: true });
    await expectNoLeaks(runtime, () =>
      runtime.scope(() => {
        let y = x;
        for (let i = 0; i < 50_000; i++) y = core.negate(y);
        expect(core.gradients(y, [x])[0]!.readSync()[0]).toBe(1);
      }),
    );
  });
});

describe('composed ops', () => {
  /** The reference without some kernels, so that their ops are made of others. */
  const without = (...names: (keyof KernelTable)[]) => {
    const backend = reference();
    const kernels = Object.fromEntries(
      Object.entries(backend.kernels).filter(([name]) => !names.includes(name as keyof KernelTable)),
    );
    return { ...backend, kernels };
  };

  it('record one node, their own', () => {
    const runtime = new Runtime(without('matMulBias'));
    const tensor = (shape: number[]) =>
      runtime.tensor(new Float32Array(shape.reduce((a, b) => a * b)).fill(0.5), shape, {
        requiresGrad: true,
      });
    const [a, b, bias] = [tensor([2, 3]), tensor([3, 4]), tensor([4])];
    const y = core.matMulBias(a, b, bias, { activation: 'relu' });
    expect(y.node?.op.name).toBe('matMulBias');
    expect(y.node?.inputs.map((input) => input.id)).toEqual([a.id, b.id, bias.id]);
    expect(y.node?.inputs.every((input) => input.node === undefined)).toBe(true);
  });
  const fused: readonly (readonly [
    name: 'matMulBias' | 'conv2dBias',
    call: (...inputs: Tensor[]) => Tensor,
    shapes: number[][],
  ])[] = (['none', 'relu'] as const).flatMap((activation) => [
    ['matMulBias', (a, b, bias) => core.matMulBias(a!, b!, bias!, { activation }), [[5, 7], [7, 3], [3]]],
    [
      'conv2dBias',
      (x, filter, bias) =>
        core.conv2dBias(x!, filter!, bias!, {
          activation,
          padding: 'same',
          strides: [2, 1],
          dilations: 2,
          groups: 2,
        }),
      [[2, 6, 5, 4], [3, 3, 2, 6], [6]],
    ],
  ]);
  it.each(fused)(
    '%s gives the same bits and gradients without its kernel, and records itself alone (%#)',
    (name, call, shapes) => {
      const resultsOn = (runtime: Runtime): number[][] => {
        const inputs = shapes.map((shape, i) =>
          runtime.tensor(
            fillUniform(new Float32Array(core.sizeOf(shape)), randomKey(1, name, i), -1, 1),
            shape,
            {
              requiresGrad: true,
            },
          ),
        );
        const y = call(...inputs);
        expect([y.node?.op.name, y.node?.inputs.map(({ id }) => id)]).toEqual([
          name,
          inputs.map(({ id }) => id),
        ]);
        return [y, ...core.gradients(y, inputs)].map((tensor) => [...tensor.readSync()]);
      };
      expect(resultsOn(new Runtime(without(name)))).toEqual(resultsOn(new Runtime(reference())));
    },
  );
  it.each([
    ['sigmoid', core.sigmoid],
    ['tanh', core.tanh],
  ] as const)('%s comes near its kernel without it, with the gradient of its own', (name, call) => {
    const resultsOn = (runtime: Runtime): number[][] => {
      const x = runtime.tensor(Float32Array.of(-90, -2, -0.001, 0, 0.5, 3, 90), [7], { requiresGrad: true });
      const y = call(x);
      return [y, ...core.gradients(y, [x])].map((tensor) => [...tensor.readSync()]);
    };
    const [expected, composed] = [resultsOn(new Runtime(reference())), resultsOn(new Runtime(without(name)))];
    composed.flat().forEach((value, i) => expect(Math.abs(value - expected.flat()[i]!)).toBeLessThan(2e-7));
  });
  it('that answer with an input answer with a tensor of their own', () => {
    const runtime = new Runtime(without('negate'));
    const x = runtime.tensor(Float32Array.of(4), [1], { requiresGrad: true });
    const same = core.defineOp<'negate'>({
      name: 'negate',
      inferOutputs: ([input]) => [{ shape: input!.shape, dtype: input!.dtype }],
      gradient: ({ dys: [dy] }) => [() => dy!],
      compose: ([input]) => [input!],
    });
    const y = runtime.run(same, [x], {})[0]!;
    expect([y === x, y.node?.op === same, x.node, y.readSync()[0]]).toEqual([false, true, undefined, 4]);
    expect(core.gradients(y, [x])[0]!.readSync()[0]).toBe(1);
    x.dispose();
    expect(y.readSync()[0]).toBe(4);
  });
  it('say which kernel is missing where there is nothing to compose it of', () => {
    const runtime = new Runtime(without('exp'));
    const x = runtime.tensor(Float32Array.of(1), [1]);
    expect(() => core.exp(x)).toThrow('exp: expected a kernel on backend "reference"');
  });
});

describe('ops of several outputs', () => {
  it('keep all outputs while one is held', async () => {
    const runtime = new Runtime(reference());
    const logits = runtime.tensor(Float32Array.of(1, 2), [1, 2], { requiresGrad: true });
    const labels = runtime.tensor(Int32Array.of(0), [1]);
    // The second output, the logarithms of the probabilities, is dropped at once; the gradient needs it.
    const loss = runtime.scope(() => core.softmaxCrossEntropy(logits, labels));
    const [dLogits] = core.gradients(loss, [logits]);
    const share = 1 / (1 + Math.E);
    const values = await dLogits!.read();
    expect(values[0]).toBeCloseTo(share - 1, 6);
    expect(values[1]).toBeCloseTo(1 - share, 6);
  });
});
