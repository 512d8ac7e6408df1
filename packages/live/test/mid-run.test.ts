// What a page may change while a network lives: its bends, its poolings, its rate and its batches.
import { cpu } from '@convlens/backend-cpu';
import type { TapValue } from '@convlens/types';
import { afterEach, describe, expect, it } from 'vitest';
import { endEngines, open, until, value } from './open-engine.js';

afterEach(endEngines);

const ramp = {
  shape: [1, 28, 28, 1] as const,
  data: Float32Array.from({ length: 784 }, (_, i) => (i % 28) / 28),
};

describe('a network that lives', () => {
  it('takes another activation and keeps its weights; reset brings the first one back', async () => {
    const session = open(cpu);
    const before = await value(session, { path: 'conv1/filter' });
    await session.send({ type: 'input', images: ramp });
    const sums = await value(session, { path: 'conv1/preactivation' }, ({ inputId }) => inputId === 1);
    await session.send({ type: 'setActivation', layer: 'conv1', activation: 'tanh' });
    expect(session.state.current!.model.layers[0]!.config['activation']).toBe('tanh');
    const bent = await value(session, { path: 'conv1/output' }, ({ data }) => data.some((each) => each < 0));
    bent.data.forEach((each, i) => expect(each).toBeCloseTo(Math.tanh(sums.data[i]!), 5));
    expect((await value(session, { path: 'conv1/filter' })).data).toEqual(before.data);
    await session.send({ type: 'reset' });
    expect(session.state.current!.model.layers[0]!.config['activation']).toBe('relu');
  });
  it('becomes linear when all bends are taken out and the poolings average', async () => {
    const session = open(cpu);
    await session.send({ type: 'setActivation', layer: 'all', activation: 'linear' });
    await session.send({ type: 'setPooling', layer: 'all', kind: 'average' });
    const scoresOf = async (factor: number, inputId: number): Promise<Float32Array> => {
      const data = ramp.data.map((each) => each * factor);
      const scores = value(session, { path: 'dense2/output' }, (each) => each.inputId === inputId);
      await session.send({ type: 'input', images: { ...ramp, data } });
      return (await scores).data;
    };
    // Biases begin at zero: twice the picture is then twice the scores.
    const [one, two] = [await scoresOf(0.5, 1), await scoresOf(1, 2)];
    two.forEach((each, i) => expect(each).toBeCloseTo(2 * one[i]!, 4));
  });
  it('names the layers where it is asked for one that has no such thing', async () => {
    const session = open(cpu);
    await expect(
      session.send({ type: 'setActivation', layer: 'pool1', activation: 'relu' }),
    ).rejects.toMatchObject({ code: 'NOTHING_TO_CHANGE' });
    await expect(session.send({ type: 'setPooling', layer: 'conv1', kind: 'max' })).rejects.toThrow(
      'pool1, pool2',
    );
  });
  it('trains with another rate and another batch size from the next step on', async () => {
    const session = open(cpu);
    await session.send({ type: 'step', count: 2 });
    expect(session.state.current).toMatchObject({
      plannedSteps: 56,
      settings: { batchSize: 16, learningRate: 0.002 },
      optimizer: { name: 'adam', update: 2 },
    });
    await session.send({ type: 'setBatchSize', batchSize: 32 });
    await session.send({ type: 'setLearningRate', learningRate: 0.004 });
    await session.send({ type: 'step' });
    // 900 digits: 32 are seen, 868 left, 27 steps of 32.
    expect(session.state.current).toMatchObject({ step: 3, plannedSteps: 29, settings: { batchSize: 32 } });
    // Half the run's linear decay is not reached yet: the factor at step 3 of 29 is 27 / 29.
    expect(session.state.current!.optimizer!.learningRate).toBeCloseTo((0.004 * 27) / 29, 9);
    await session.send({ type: 'train' });
    await until(session, () => session.state.current?.phase === 'ended');
    expect(session.history.current?.step.at(-1)).toBe(29);
  });
  it('refuses settings that make no sense, and goes on as it was', async () => {
    const session = open(cpu);
    await session.send({ type: 'step' });
    await expect(session.send({ type: 'setBatchSize', batchSize: 0 })).rejects.toMatchObject({
      code: 'BAD_SETTING',
    });
    await expect(
      session.send({ type: 'train', from: 'scratch', settings: { learningRate: -1 } }),
    ).rejects.toMatchObject({ code: 'BAD_SETTING' });
    expect(await session.send({ type: 'step' })).toEqual({ step: 2 });
  });
  it('takes one weight by hand, and its scores with it; reset brings the first one back', async () => {
    const session = open(cpu);
    await session.send({ type: 'input', images: ramp });
    const path = 'dense2/kernel';
    const weights = await value(session, { path });
    const [units, classes] = weights.shape as readonly [number, number];
    const isShown = ({ inputId }: TapValue): boolean => inputId === 1;
    const hidden = (await value(session, { path: 'dense1/output' }, isShown)).data;
    const before = (await value(session, { path: 'dense2/output' }, isShown)).data;
    const unit = hidden.indexOf(Math.max(...hidden));
    const index = unit * classes + 3;
    expect(hidden).toHaveLength(units);
    await session.send({ type: 'setWeight', path, index, value: weights.data[index]! + 0.5 });
    const after = (await value(session, { path: 'dense2/output' }, ({ data }) => data[3] !== before[3])).data;
    // One weight more by a half: that score alone is more, by half of what the weight is multiplied with.
    const expected = before.map((score, at) => score + (at === 3 ? 0.5 * hidden[unit]! : 0));
    after.forEach((score, at) => expect(score).toBeCloseTo(expected[at]!, 4));
    const changed = (await value(session, { path }, ({ data }) => data[index] !== weights.data[index])).data;
    expect([...changed.keys()].filter((at) => changed[at] !== weights.data[at])).toEqual([index]);
    await session.send({ type: 'reset' });
    const back = await value(session, { path }, ({ data }) => data[index] === weights.data[index]);
    expect(back.data).toEqual(weights.data);
  });
  it('trains on from a weight that was set by hand in a pause', async () => {
    const session = open(cpu);
    await session.send({ type: 'step' });
    await session.send({ type: 'setWeight', path: 'conv1/bias', index: 2, value: 0.75 });
    await session.send({ type: 'step' });
    const bias = await value(session, { path: 'conv1/bias' }, ({ step }) => step === 2);
    // Adam's second step is not longer than the rate, times a little for its correction.
    expect(Math.abs(bias.data[2]! - 0.75)).toBeLessThan(0.003);
    expect(bias.data[2]).not.toBe(0.75);
  });
  it('refuses a weight by hand while it trains, and one that is none, and stays as it was', async () => {
    const session = open(cpu);
    const before = (await value(session, { path: 'conv1/bias' })).data;
    const weight = { type: 'setWeight', path: 'conv1/bias', index: 0, value: 1 } as const;
    for (const [wrong, part] of [
      [{ path: 'conv9/bias' }, 'conv1/filter, conv1/bias'],
      [{ path: 'constructor' }, 'received constructor'],
      [{ index: 8 }, 'from 0 to 7 in conv1/bias, received 8'],
      [{ index: 0.5 }, 'received 0.5'],
      [{ value: NaN }, 'received NaN'],
      [{ value: 1e300 }, 'float32'],
    ] as const) {
      const refusal = session.send({ ...weight, ...wrong });
      await expect(refusal).rejects.toMatchObject({ code: 'BAD_WEIGHT' });
      await expect(refusal).rejects.toThrow(part);
    }
    expect((await value(session, { path: 'conv1/bias' })).data).toEqual(before);
    await session.send({ type: 'train' });
    await expect(session.send(weight)).rejects.toMatchObject({ code: 'BUSY_TRAINING' });
    await session.send({ type: 'pause' });
    await session.send(weight);
  });
  it('shows a step from the gradient to the weight that follows', async () => {
    const session = open(cpu);
    const paths = ['conv1/filter/gradient', 'conv1/filter/firstMoment', 'conv1/filter/secondMoment'];
    const seen = new Map<string, TapValue>();
    for (const path of paths) {
      const source = session.tap({ path, of: 'batch' });
      source.subscribe(() => source.current && seen.set(path, source.current));
    }
    const weights = session.tap({ path: 'conv1/filter' });
    weights.subscribe(() => {});
    await session.send({ type: 'step', count: 3 });
    const before = (await value(session, { path: 'conv1/filter' }, ({ step }) => step === 3)).data;
    await session.send({ type: 'step' });
    const after = (await value(session, { path: 'conv1/filter' }, ({ step }) => step === 4)).data;
    const { learningRate, update, settings } = session.state.current!.optimizer!;
    const [g, m, v] = paths.map((path) => {
      expect(seen.get(path)!.step).toBe(3);
      return seen.get(path)!.data[12]!;
    }) as [number, number, number];
    const [beta1, beta2, epsilon] = [settings['beta1']!, settings['beta2']!, settings['epsilon']!];
    const first = beta1 * m + (1 - beta1) * g;
    const second = beta2 * v + (1 - beta2) * g * g;
    const rate = (learningRate * Math.sqrt(1 - beta2 ** update)) / (1 - beta1 ** update);
    expect(after[12]).toBeCloseTo(before[12]! - (rate * first) / (Math.sqrt(second) + epsilon), 6);
  });
});

describe('what units answer to', () => {
  it('is the nine strongest cells of the first 1,000 digits, each with the pixels that it sees', async () => {
    const session = open(cpu);
    const [patches, answers] = await Promise.all([
      value(session, { path: 'conv1/patches' }),
      value(session, { path: 'conv1/answers' }),
    ]);
    expect([patches.shape, answers.shape]).toEqual([
      [8, 9, 5, 5],
      [8, 9, 5],
    ]);
    const filter = (await value(session, { path: 'conv1/filter' })).data;
    for (let unit = 0; unit < 8; unit++) {
      const values = Array.from({ length: 9 }, (_, nth) => answers.data[(unit * 9 + nth) * 5]!);
      expect([...values].sort((a, b) => b - a)).toEqual(values);
      const images = Array.from({ length: 9 }, (_, nth) => answers.data[(unit * 9 + nth) * 5 + 1]!);
      expect(new Set(images).size).toBe(9);
      // By hand: kernel times patch is the number (biases begin at zero).
      for (let nth = 0; nth < 9; nth++) {
        let sum = 0;
        for (let cell = 0; cell < 25; cell++) {
          const pixel = patches.data[(unit * 9 + nth) * 25 + cell]!;
          if (!Number.isNaN(pixel)) sum += pixel * filter[cell * 8 + unit]!;
        }
        expect(Math.max(0, sum)).toBeCloseTo(values[nth]!, 4);
      }
    }
  });
  it('is found anew when the network stands still again', async () => {
    const session = open(cpu);
    await value(session, { path: 'pool2/answers' });
    const source = session.tap({ path: 'pool2/answers' });
    source.subscribe(() => {});
    await session.send({ type: 'step', count: 3 });
    expect((await value(session, { path: 'pool2/answers' }, ({ step }) => step === 3)).shape).toEqual([
      16, 9, 5,
    ]);
  });
});
