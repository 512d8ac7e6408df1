import { describe, expect, it } from 'vitest';
import * as core from '../src/index.js';
import { Runtime } from '../src/index.js';
import type { Tensor } from '../src/index.js';
import { reference } from '../src/reference/index.js';
import { delayed, expectNoLeaks } from '../src/testing/index.js';

/** What the test runner has and the language does not name. */
interface Host {
  readonly gc: () => void;
  readonly setTimeout: (fn: () => void, ms: number) => void;
}

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
  it('of an asynchronous function are refused, and what the function stumbles over later stays its own', async () => {
    const runtime = new Runtime(reference());
    // Without care this would be a rejection that nobody handles, and end the process.
    expect(() =>
      runtime.scope(async () => {
        const x = ones(runtime, 2);
        await Promise.resolve();
        return core.negate(x);
      }),
    ).toThrow('received one that returns a promise');
    await new Promise<void>((done) => (globalThis as unknown as Host).setTimeout(done, 0));
    expect(runtime.memory()).toMatchObject({ tensors: 0, buffers: 0 });
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
  it('too large for the pool is given back at once, and the pool keeps the rest', () => {
    const runtime = new Runtime(reference(), { poolLimit: 1000 });
    ones(runtime, 10).dispose();
    ones(runtime, 1000).dispose();
    // ones makes a tensor of its own size alone: 40 bytes are idle, 4,000 are gone.
    expect(runtime.memory()).toMatchObject({ pooledBuffers: 1, pooledBytes: 40 });
    expect(runtime.backend.memory()).toEqual({ buffers: 1, bytes: 40 });
  });
  it('is given back at the end of a block by Symbol.dispose', () => {
    const runtime = new Runtime(reference());
    const x = ones(runtime, 2);
    x[Symbol.dispose]();
    expect([x.disposed, runtime.memory().tensors]).toEqual([true, 0]);
  });
  it('of a view of a view of a view is one buffer', () => {
    const runtime = new Runtime(reference());
    const x = runtime.tensor(Float32Array.of(1, 2, 3, 4), [4]);
    const view = runtime.scope(() => core.detach(core.reshape(core.reshape(x, [2, 2]), [4, 1])));
    x.dispose();
    expect([...view.readSync(), runtime.memory().buffers]).toEqual([1, 2, 3, 4, 1]);
    view.dispose();
    expect(runtime.memory()).toMatchObject({ tensors: 0, buffers: 0, bytes: 0 });
  });
  it('of a shape stays as it was made, whatever becomes of the array that named it', () => {
    const shape = [2, 1];
    const runtime = new Runtime(reference());
    const tensors = [
      runtime.tensor(Float32Array.of(1, 2), shape),
      core.fill(runtime, shape, 1),
      core.broadcastTo(core.fill(runtime, [1], 1), shape),
    ];
    shape[0] = 7;
    expect(tensors.map((tensor) => tensor.shape)).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
    ]);
  });
  it("of a runtime that is disposed of is the backend's again; its tensors say what happened", async () => {
    const runtime = new Runtime(reference());
    const x = ones(runtime, 2);
    await runtime.dispose();
    await runtime.dispose();
    expect(runtime.backend.memory().buffers).toBe(0);
    expect(() => core.negate(x)).toThrow(
      'received one on "reference" that was disposed. Make a new Runtime.',
    );
    x.dispose();
    expect(runtime.memory()).toMatchObject({ tensors: 0, buffers: 0 });
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
    // The test runner is started with --expose-gc.
    const host = globalThis as unknown as Host;
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
  it('wraps a backend that is a class, whose methods are not its own properties', async () => {
    const inner = reference();
    class Device {
      readonly name = 'device';
      readonly capabilities = inner.capabilities;
      readonly kernels = inner.kernels;
      allocate = inner.allocate;
      free = inner.free;
      write = inner.write;
      read = inner.read;
      report() {
        return inner.report();
      }
      memory() {
        return inner.memory();
      }
      dispose() {
        return inner.dispose();
      }
    }
    const runtime = new Runtime(delayed(new Device()));
    expect([
      ...(await ones(runtime, 1).read()),
      runtime.report().reads,
      runtime.backend.memory().buffers,
    ]).toEqual([1, 1, 1]);
    await runtime.dispose();
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
