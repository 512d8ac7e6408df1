import { expect, it } from 'vitest';
import { confusedPairs, confusionTable, runReport, seedsReport } from './report.js';

const confusion = { classes: 3, counts: Uint32Array.of(5, 0, 2, 0, 7, 0, 1, 3, 9) };
const classNames = ['0', '1', '2'];

it('the table has a row a digit, and dots for noughts', () => {
  expect(confusionTable(confusion, classNames).split('\n').slice(1)).toEqual([
    '           0     1     2',
    '     0     5     ·     2',
    '     1     ·     7     ·',
    '     2     1     3     9',
  ]);
});

it('the pairs come worst first, and only mistakes count', () => {
  expect(confusedPairs(confusion, classNames).split('\n').slice(1)).toEqual([
    '  2 taken for 1: 3',
    '  0 taken for 2: 2',
    '  2 taken for 0: 1',
  ]);
  expect(confusedPairs({ classes: 2, counts: Uint32Array.of(1, 0, 0, 1) }, ['0', '1'])).toBe(
    'No digit was taken for another.',
  );
});

it('a run ends with its accuracy and where it was saved', () => {
  const result = {
    testAccuracy: 0.9912,
    testLoss: 0.0271,
    trainSeconds: 42,
    imagesPerSecond: 3999.6,
    checkpoint: 'a.safetensors',
  };
  expect(runReport({ result, confusion, classNames })).toContain(
    'Test accuracy 99.12 % · test loss 0.0271 · 42 s of training at 4000 images/s\nSaved to a.safetensors\n',
  );
});

it('several seeds are summed up by mean and range', () => {
  const results = [
    { seed: 1, testAccuracy: 0.99 },
    { seed: 2, testAccuracy: 0.992 },
  ];
  expect(seedsReport(results)).toBe(
    '  seed 1: 99.00 %\n  seed 2: 99.20 %\nTest accuracy over 2 seeds: mean 99.10 %, from 99.00 % to 99.20 %\n',
  );
});
