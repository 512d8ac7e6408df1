/** The umbrella, used as its README says. */
import { describe, expect, it } from 'vitest';
import { adam, cpu, mnist, Runtime, seedNetwork, softmaxCrossEntropy, Trainer } from './index.js';

describe('convlens', () => {
  it('trains the seed network on digits that it then reads better than by chance', async () => {
    const runtime = new Runtime(await cpu());
    const model = seedNetwork();
    model.build(runtime, { seed: 1 });
    const trainer = new Trainer({
      model,
      optimizer: adam({ learningRate: 0.002 }),
      loss: softmaxCrossEntropy(),
    });
    const digits = (await mnist({ limit: 1000 })).take(800);
    for await (const event of trainer.fit(digits, { epochs: 4, batchSize: 32 }))
      expect(event.loss).toBeGreaterThan(0);
    const { accuracy } = await trainer.evaluate(await mnist({ split: 'test', limit: 500 }));
    // By chance 0.1; such a run reaches about 0.9.
    expect(accuracy).toBeGreaterThan(0.8);
  });
  it('has no memory to manage: from the second step on nothing is allocated', async () => {
    const backend = await cpu();
    const runtime = new Runtime(backend);
    const model = seedNetwork();
    model.build(runtime, { seed: 1 });
    const trainer = new Trainer({ model, optimizer: adam(), loss: softmaxCrossEntropy() });
    const seen: string[] = [];
    for await (const { step } of trainer.fit(await mnist({ limit: 640 }), { batchSize: 64 })) {
      if (step >= 2) seen.push(JSON.stringify([runtime.memory(), backend.memoryBytes]));
    }
    expect(seen.length).toBeGreaterThan(5);
    expect(new Set(seen).size).toBe(1);
  });
  it('runs the seed network on fast kernels alone, in training, evaluation and prediction', async () => {
    const runtime = new Runtime(await cpu());
    const model = seedNetwork();
    model.build(runtime, { seed: 1 });
    const trainer = new Trainer({ model, optimizer: adam(), loss: softmaxCrossEntropy() });
    const digits = await mnist({ limit: 96 });
    for await (const event of trainer.fit(digits, { batchSize: 32 })) void event;
    await trainer.evaluate(digits);
    await model.predict(digits.take(3).images);
    const slow = Object.entries(runtime.report().kernels).filter(([, { by }]) => by !== 'wasm-simd');
    expect(slow).toEqual([]);
    expect(runtime.report().kernels['conv2dBias']?.calls).toBeGreaterThan(6);
  });
  it('gives the same bits in two runs', async () => {
    const run = async (): Promise<unknown> => {
      const model = seedNetwork();
      model.build(new Runtime(await cpu()), { seed: 5 });
      const trainer = new Trainer({ model, optimizer: adam(), loss: softmaxCrossEntropy() });
      for await (const event of trainer.fit(await mnist({ limit: 320 }), { batchSize: 32, seed: 5 }))
        void event;
      return model.getWeights();
    };
    expect(await run()).toEqual(await run());
  });
});
