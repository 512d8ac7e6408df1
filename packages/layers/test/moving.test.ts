import { Runtime } from '@convlens/tensor-core';
import type { Backend } from '@convlens/tensor-core';
import { reference } from '@convlens/tensor-core/reference';
import { delayed } from '@convlens/tensor-core/testing';
import type { TrainingData } from '@convlens/types';
import { describe, expect, it } from 'vitest';
import { Dense, Flatten, Sequential } from '../src/index.js';
import type { HostWeights } from '../src/index.js';
import { adam, softmaxCrossEntropy, Trainer } from '../src/training/index.js';

/** Pairs of pixels: the brighter one is the class. */
const pairs: TrainingData = {
  length: 16,
  imageShape: [1, 2, 1],
  gather: (rows, images, labels) =>
    rows.forEach((row, i) => {
      labels[i] = row % 2;
      images.set(row % 2 === 0 ? [1, row / 16] : [row / 16, 1], 2 * i);
    }),
};
const settings = { epochs: 3, batchSize: 4 };

function trainerOn(backend: Backend, snapshotEvery = Infinity): Trainer {
  const model = new Sequential({ inputShape: [1, 2, 1], layers: [new Flatten(), new Dense({ units: 2 })] });
  model.build(new Runtime(backend), { seed: 4 });
  return new Trainer({ model, optimizer: adam(), loss: softmaxCrossEntropy(), snapshotEvery });
}

async function finish(trainer: Trainer): Promise<HostWeights> {
  for await (const event of trainer.fit(pairs, { ...settings, initialStep: trainer.step })) void event;
  return trainer.model.getWeights();
}

async function half(trainer: Trainer): Promise<Trainer> {
  for await (const { step } of trainer.fit(pairs, settings)) if (step === 5) break;
  return trainer;
}

const late = (): Backend => delayed(reference());

describe('a trainer that moves', () => {
  it('ends with the bits of one that stays, also where the run goes on before it has arrived', async () => {
    const whole = await finish(trainerOn(late()));
    const trainer = await half(trainerOn(late()));
    const moving = trainer.to(new Runtime(late()));
    const weights = await finish(trainer);
    await moving;
    expect(weights).toEqual(whole);
  });
  it('gives the same snapshot at every moment of the way', async () => {
    const whole = await finish(trainerOn(late()));
    const trainer = await half(trainerOn(late()));
    const before = await trainer.snapshot();
    let arrived = false;
    const moving = trainer.to(new Runtime(late())).then(() => (arrived = true));
    const asked: Promise<unknown>[] = [];
    while (!arrived) {
      asked.push(trainer.snapshot());
      await Promise.resolve();
    }
    await moving;
    for (const snapshot of await Promise.all(asked)) expect(snapshot).toEqual(before);
    expect(await finish(trainer)).toEqual(whole);
  });
  it('stays whole where it was when the other runtime refuses', async () => {
    const whole = await finish(trainerOn(late()));
    const trainer = await half(trainerOn(late()));
    const gone = new Runtime(late());
    await gone.dispose();
    await expect(trainer.to(gone)).rejects.toMatchObject({ code: 'RUNTIME_DISPOSED' });
    expect(await finish(trainer)).toEqual(whole);
  });
});

describe('a device that is lost', () => {
  it('ends the loop with its error, and leaves the last snapshot to go on from with the same bits', async () => {
    const whole = await finish(trainerOn(late()));
    const unhandled: unknown[] = [];
    const note = (error: unknown): void => void unhandled.push(error);
    process.on('unhandledRejection', note);
    let lost = false;
    const device = late();
    const read: Backend['read'] = (buffer) =>
      lost ? Promise.reject(new Error('device lost')) : device.read(buffer);
    const trainer = trainerOn({ ...device, read }, 2);
    const training = async (): Promise<void> => {
      for await (const { step } of trainer.fit(pairs, settings)) lost = step === 5;
    };
    try {
      await expect(training()).rejects.toThrow('device lost');
      await new Promise((resolve) => setTimeout(resolve, 10));
    } finally {
      process.off('unhandledRejection', note);
    }
    expect(unhandled).toEqual([]);
    expect(trainer.lastSnapshot?.step).toBe(4);
    const other = trainerOn(late());
    other.restore(trainer.lastSnapshot!);
    expect(await finish(other)).toEqual(whole);
  });
});
