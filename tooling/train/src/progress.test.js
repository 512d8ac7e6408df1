import { describe, expect, it } from 'vitest';
import { duration } from './format.js';
import { Progress, stepLine } from './progress.js';
import { TrainingClock } from './run.js';

const step = (number) => ({
  type: 'step',
  step: number,
  epoch: 1,
  loss: 0.5,
  accuracy: 0.75,
  batchSize: 64,
  plannedSteps: 100,
});
const epoch = {
  type: 'epoch',
  step: 100,
  epoch: 1,
  loss: 0.25,
  accuracy: 0.5,
  validationLoss: 0.125,
  validationAccuracy: 0.9925,
  plannedSteps: 100,
};

function listen(stream, steps, stepMs) {
  let now = 0;
  const written = [];
  const clock = new TrainingClock(() => now);
  const progress = new Progress(
    { ...stream, write: (text) => written.push(text) },
    { epochs: 3, now: () => now },
  );
  for (let i = 1; i <= steps; i++) {
    now += stepMs;
    clock.hear(step(i));
    progress.hear(step(i), clock);
  }
  progress.hear(epoch, clock);
  progress.end();
  return written;
}

describe('progress', () => {
  it('tells epoch, step, speed, time left, loss and accuracy', () => {
    // 20 of 100 steps in 10 s: 40 s are left, and 20 x 64 images make 128 a second.
    expect(stepLine(step(20), 3, { imagesPerSecond: 128, seconds: 10 }, { loss: 0.5, accuracy: 0.75 })).toBe(
      'epoch 1/3 · step 20/100 · 128 images/s · 40 s left · loss 0.5000 · accuracy 75.00 %',
    );
  });

  it('rewrites one line in a terminal and never breaks it', () => {
    const written = listen({ isTTY: true, columns: 40 }, 100, 20);
    expect(written.filter((text) => text.endsWith('\n'))).toEqual([
      'epoch 1/3 done · loss 0.2500 · accuracy 50.00 % · validation loss 0.1250 · validation accuracy 99.25 %\n',
    ]);
    const rewritten = written.filter((text) => text.includes('step'));
    expect(rewritten.length).toBeGreaterThan(10);
    expect(rewritten.every((text) => text.startsWith('\r\x1b[2K') && text.length < 40 + 5)).toBe(true);
  });

  it('prints plain lines, and few, where there is no terminal', () => {
    const written = listen({ isTTY: false }, 100, 120);
    expect(written.length).toBe(4); // at 0, 5 and 10 of 12 s, and the epoch's
    expect(written.every((text) => /^epoch .*\n$/.test(text) && !text.includes('\x1b'))).toBe(true);
  });
});

describe('TrainingClock', () => {
  it('counts steps and leaves out what validation takes', () => {
    let now = 0;
    const clock = new TrainingClock(() => now);
    now = 500;
    clock.hear(step(1));
    now = 9000;
    clock.hear(epoch);
    now = 9500;
    clock.hear(step(2));
    expect([clock.seconds, clock.imagesPerSecond]).toEqual([1, 128]);
  });
});

describe('duration', () => {
  it('is minutes and seconds', () => {
    expect([0, 59.4, 59.6, 125].map(duration)).toEqual(['0 s', '59 s', '1 min 00 s', '2 min 05 s']);
  });
});
