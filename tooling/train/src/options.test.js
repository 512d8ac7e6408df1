import { describe, expect, it } from 'vitest';
import { helpText, parseOptions, UsageError } from './options.js';
import { recipe } from './recipe.js';

describe('parseOptions', () => {
  it('without options gives the recipe, on the cpu backend, with seed 1', () => {
    expect(parseOptions([])).toMatchObject({ ...recipe, seeds: [1], backend: 'cpu', json: undefined });
  });

  it('reads every option', () => {
    const args =
      '--dataset ./digits --model mlp --permute 3 --epochs 6 --batch 64 --optimizer momentum --learning-rate 0.05 --schedule linear --label-smoothing 0 ' +
      '--validation 1000 --seed 7 --backend reference --output out.safetensors --limit 2000 --stop-after 20 --json';
    expect(parseOptions(args.split(' '))).toEqual({
      dataset: './digits',
      model: 'mlp',
      permute: 3,
      epochs: 6,
      batch: 64,
      optimizer: 'momentum',
      learningRate: 0.05,
      schedule: 'linear',
      labelSmoothing: 0,
      validation: 1000,
      seeds: [7],
      backend: 'reference',
      output: 'out.safetensors',
      limit: 2000,
      stopAfter: 20,
      json: true,
      help: undefined,
    });
  });

  it('leaves the pixels in their places unless told; 0 is a seed like any other', () => {
    expect(parseOptions([]).permute).toBeUndefined();
    expect(parseOptions(['--permute', '0']).permute).toBe(0);
  });

  it('reads a range of seeds, and one alone', () => {
    expect(parseOptions(['--seeds', '1-5']).seeds).toEqual([1, 2, 3, 4, 5]);
    expect(parseOptions(['--seeds', '4']).seeds).toEqual([4]);
    expect(parseOptions(['--seed', '0']).seeds).toEqual([0]);
  });

  it('lets through the two dashes that npm users put before options', () => {
    expect(parseOptions(['--', '--epochs', '2']).epochs).toBe(2);
  });

  const refused = [
    ['--epochs 0', '--epochs: expected a whole number of 1 or more, received "0".'],
    ['--epochs 2.5', 'received "2.5"'],
    ['--epochs 1e9x', 'received "1e9x"'],
    ['--learning-rate 0', '--learning-rate: expected a number above 0'],
    ['--learning-rate nan', 'received "nan"'],
    ['--label-smoothing 1', 'from 0 up to, but not, 1'],
    ['--optimizer rmsprop', '--optimizer: expected adam | sgd | momentum, received "rmsprop".'],
    ['--schedule toString', '--schedule: expected constant | linear | cosine'],
    ['--model lenet', '--model: expected seed | mlp, received "lenet".'],
    ['--permute=-1', '--permute: expected a whole number of 0 or more, received "-1".'],
    ['--permute yes', 'received "yes"'],
    ['--seeds 5-1', 'expected two whole numbers such as 1-5'],
    ['--seeds 1-', 'expected two whole numbers'],
    ['--seed 1 --seeds 1-5', 'not both'],
    ['--seeds 1-2 --output one.safetensors', '{seed}'],
    ['--epoch 3', "Unknown option '--epoch'"],
    ['stray', 'Unexpected argument'],
  ];
  for (const [line, message] of refused) {
    it(`refuses \`${line}\` with a sentence`, () => {
      expect(() => parseOptions(line.split(' '))).toThrow(UsageError);
      expect(() => parseOptions(line.split(' '))).toThrow(message);
    });
  }
});

describe('helpText', () => {
  it('names every option with its default', () => {
    for (const part of [
      '--dataset',
      '--model NAME',
      'seed | mlp',
      '--permute SEED',
      '--seeds A-B',
      '--json',
      `(${recipe.epochs})`,
      `(${recipe.learningRate})`,
      'constant | linear | cosine',
    ]) {
      expect(helpText()).toContain(part);
    }
  });
});
