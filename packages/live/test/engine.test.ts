// The engine behind a message channel, as a page meets it: on the fast backend and on a device that answers late.
import { cpu } from '@convlens/backend-cpu';
import { reference } from '@convlens/tensor-core/reference';
import { delayed } from '@convlens/tensor-core/testing';
import type { ModelSession, TapRequest } from '@convlens/types';
import { afterEach, describe, expect, it } from 'vitest';
import { EngineClient } from '../src/index.js';
import type { EngineConfig } from '../src/index.js';
import { clients, endEngines, open, quick, until, value, workerOf } from './open-engine.js';

afterEach(endEngines);

const weightPaths = [
  'conv1/filter',
  'conv1/bias',
  'conv2/filter',
  'dense1/kernel',
  'dense2/kernel',
  'dense2/bias',
];
const weightsOf = async (session: ModelSession, step: number): Promise<number[][]> =>
  Promise.all(
    weightPaths.map(async (path) => [...(await value(session, { path }, (each) => each.step === step)).data]),
  );

type Mortal = Worker & { die(): void };

/** An engine whose worker can be made to die. */
function openMortal(config: EngineConfig = quick): { session: EngineClient; workers: readonly Mortal[] } {
  const workers: Mortal[] = [];
  const createWorker = (): Worker => {
    const worker = workerOf(cpu)();
    const listeners: ((event: { message: string }) => void)[] = [];
    const add = worker.addEventListener.bind(worker);
    const mortal = Object.assign(worker, {
      addEventListener: (type: string, listener: never, options: never) =>
        type === 'error' ? listeners.push(listener) : add(type as 'message', listener, options),
      die: () => listeners.forEach((listener) => listener({ message: 'gone' })),
    });
    workers.push(mortal);
    return mortal;
  };
  const session = new EngineClient(config, { createWorker });
  clients.push(session);
  return { session, workers };
}

const backends = { cpu, 'delayed(reference)': () => delayed(reference()) };

describe.each(Object.entries(backends))('an engine on %s', (name, make) => {
  // The reference takes seconds for what the fast kernels do in milliseconds.
  const steps = name === 'cpu' ? 12 : 2;

  it('answers a drawing with maps and probabilities of that drawing', async () => {
    const session = open(make);
    const images = { shape: [1, 28, 28, 1] as const, data: new Float32Array(784).fill(0.5) };
    const maps = value(session, { path: 'conv1/output' }, ({ inputId }) => inputId === 1);
    const probabilities = value(session, { path: 'probabilities' }, ({ inputId }) => inputId === 1);
    expect(await session.send({ type: 'input', images })).toEqual({ step: 0 });
    expect((await maps).shape).toEqual([1, 28, 28, 8]);
    const shares = (await probabilities).data;
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  });

  it('makes the steps it is asked for and answers with the step', async () => {
    const session = open(make);
    expect(await session.send({ type: 'step', count: steps })).toEqual({ step: steps });
    expect(session.state.current).toMatchObject({
      phase: 'paused',
      step: steps,
      weights: 'training',
      plannedSteps: 56,
    });
    expect(session.history.current?.step).toEqual(Array.from({ length: steps }, (_, i) => i + 1));
    expect(await session.send({ type: 'step' })).toEqual({ step: steps + 1 });
  });

  it('changes no bit of the result by being watched', async () => {
    const alone = open(make);
    await alone.send({ type: 'step', count: steps });
    const watched = open(make);
    await watched.send({
      type: 'input',
      images: { shape: [1, 28, 28, 1], data: new Float32Array(784).fill(0.3) },
    });
    const layers = watched.state.current!.model.layers;
    const requests: TapRequest[] = layers.flatMap(({ name: layer, weights }) => [
      { path: `${layer}/output` },
      { path: `${layer}/output`, of: 'batch', rows: 4 },
      { path: `${layer}/gradient` },
      ...Object.keys(weights).map((weight) => ({ path: `${layer}/${weight}` })),
      ...('filter' in weights || 'kernel' in weights
        ? [{ path: `${layer}/preactivation` }, { path: `${layer}/preactivation`, of: 'batch' as const }]
        : []),
    ]);
    const seen = new Set<string>();
    for (const request of requests) {
      const source = watched.tap(request);
      source.subscribe(() => source.current && seen.add(`${request.of ?? 'input'} ${request.path}`));
    }
    await watched.send({ type: 'step', count: steps });
    expect(await weightsOf(watched, steps)).toEqual(await weightsOf(alone, steps));
    expect(seen.size).toBe(new Set(requests.map(({ path, of }) => `${of ?? 'input'} ${path}`)).size);
  });
});

describe('an engine', () => {
  it('trains until it is paused, goes on, and resets to where it began', async () => {
    const session = open(cpu);
    const start = await value(session, { path: 'conv1/filter' });
    await session.send({ type: 'train', from: 'scratch' });
    await until(session, () => (session.history.current?.step.length ?? 0) >= 5);
    const { step } = await session.send({ type: 'pause' });
    expect(session.state.current).toMatchObject({ phase: 'paused', step });
    await new Promise((done) => setTimeout(done, 30));
    expect(session.history.current?.step.at(-1)).toBe(step);
    await session.send({ type: 'train' });
    await until(session, () => session.state.current?.phase === 'ended');
    expect(session.history.current?.step.at(-1)).toBe(56);
    expect(session.history.current?.validation.at(-1)?.accuracy).toBeGreaterThan(0.5);
    expect(await session.send({ type: 'reset' })).toEqual({ step: 0 });
    expect(session.history.current?.step).toEqual([]);
    const again = await value(session, { path: 'conv1/filter' }, (each) => each.step === 0);
    expect([...again.data]).toEqual([...start.data]);
  });

  it('refuses what it does not know with a typed error, and lives on', async () => {
    const session = open(cpu);
    await expect(session.send({ type: 'dance' } as never)).rejects.toMatchObject({ code: 'UNKNOWN_COMMAND' });
    await expect(
      session.send({ type: 'input', images: { shape: [1, 5, 5, 1], data: new Float32Array(25) } }),
    ).rejects.toMatchObject({ code: 'IMAGE_SHAPE' });
    await expect(value(session, { path: 'conv9/output' })).rejects.toMatchObject({ code: 'UNKNOWN_TAP' });
    await expect(value(session, { path: 'conv1/output', of: 'batch', rows: 2000 })).rejects.toMatchObject({
      code: 'TAP_BUDGET',
    });
    const elsewhere = open(cpu, { data: 'file:///no/such/folder/' });
    await expect(elsewhere.send({ type: 'train' })).rejects.toMatchObject({ code: 'FILE_MISSING' });
    expect(await session.send({ type: 'step' })).toEqual({ step: 1 });
  });

  it('shares one source between equal requests and asks only while somebody looks', async () => {
    const session = open(cpu);
    const [first, second] = [
      session.tap({ path: 'conv1/output' }),
      session.tap({ path: 'conv1/output', rows: 1 }),
    ];
    expect(second).toBe(first);
    expect(first.state).toBe('idle');
    await value(session, { path: 'conv1/output' });
    expect(first.state).toBe('live');
  });

  it('is replaced from its last snapshot when its worker dies, and goes on training', async () => {
    const { session, workers } = openMortal({ ...quick, snapshotEvery: 4 });
    await session.send({ type: 'step', count: 9 });
    const hanging = session.send({ type: 'step', count: 40 });
    await Promise.resolve();
    await Promise.resolve();
    workers[0]!.die();
    await expect(hanging).rejects.toMatchObject({ code: 'ENGINE_FAILED' });
    const { step } = await session.send({ type: 'step' });
    // Step 8 was the last snapshot when nine steps had been made; a later one may have come in between.
    expect(step).toBeGreaterThanOrEqual(9);
    expect(workers).toHaveLength(2);
  });

  it('goes on showing the last input when its worker dies, and counts on from it', async () => {
    const { session, workers } = openMortal();
    const data = new Float32Array(784).fill(0.5);
    const images = { shape: [1, 28, 28, 1] as const, data };
    const before = value(session, { path: 'input' }, ({ inputId }) => inputId === 1);
    await session.send({ type: 'input', images });
    await before;
    data.fill(0.9);
    const leave = session.tap({ path: 'input' }).subscribe(() => {});
    workers[0]!.die();
    const after = await value(session, { path: 'probabilities' }, ({ inputId }) => inputId > 0);
    const shown = await value(session, { path: 'input' });
    leave();
    expect([after.inputId, shown.inputId]).toEqual([1, 1]);
    expect([...shown.data]).toEqual(Array<number>(784).fill(0.5));
    const next = value(session, { path: 'input' }, ({ inputId }) => inputId === 2);
    await session.send({ type: 'input', images });
    expect((await next).data[0]).toBeCloseTo(0.9, 6);
  });

  it('is given up at the fourth death, and whoever sends then gets the reason', async () => {
    const { session, workers } = openMortal();
    for (let deaths = 0; deaths < 4; deaths++) {
      await session.send({ type: 'pause' });
      workers.at(-1)!.die();
    }
    await expect(session.send({ type: 'pause' })).rejects.toMatchObject({ code: 'ENGINE_FAILED' });
    expect(session.state.state).toBe('error');
    expect(workers).toHaveLength(4);
  });

  it('says what its backend was refused, and nothing where it was refused nothing', async () => {
    const [slow, fast] = [open(() => cpu({ wasm: false })), open(cpu)];
    await until(slow, () => slow.state.current !== undefined);
    await until(fast, () => fast.state.current !== undefined);
    expect(slow.state.current!.backend).toEqual({
      name: 'cpu',
      threads: 1,
      refused: 'wasm: false was asked for',
    });
    expect(fast.state.current!.backend).toEqual({ name: 'cpu', threads: 1 });
  });

  it('refuses functions with the three lines to write instead', () => {
    expect(() => new EngineClient({ backend: (() => {}) as never })).toThrow(
      /received a function at config\.backend[\s\S]*serveEngine\(/,
    );
  });
});
