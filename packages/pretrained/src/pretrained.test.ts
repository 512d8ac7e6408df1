import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { cpu } from '@convlens/backend-cpu';
import { mnist, permutePixels } from '@convlens/datasets';
import { loadWithProvenance } from '@convlens/layers';
import { Runtime } from '@convlens/tensor-core';
import { describe, expect, it } from 'vitest';
import * as denseNetwork from './dense-network.js';
import * as denseNetworkPermuted from './dense-network-permuted.js';
import * as seedNetwork from './seed-network.js';
import * as seedNetworkPermuted from './seed-network-permuted.js';
import { files } from './index.js';

interface Made {
  readonly sha256: string;
  readonly bytes: number;
  readonly command: string;
  readonly permute?: number;
  readonly packages: object;
  readonly testAccuracy: number;
  readonly sample: { readonly digits: number; readonly accuracy: number };
}

const seedShapes = {
  'conv1/filter': [5, 5, 1, 8],
  'conv1/bias': [8],
  'conv2/filter': [5, 5, 8, 16],
  'conv2/bias': [16],
  'dense1/kernel': [784, 128],
  'dense1/bias': [128],
  'dense2/kernel': [128, 10],
  'dense2/bias': [10],
};
const denseShapes = {
  'dense1/kernel': [784, 132],
  'dense1/bias': [132],
  'dense2/kernel': [132, 10],
  'dense2/bias': [10],
};

/** Parameters by hand: 208 + 3,216 + 100,480 + 1,290, and 103,620 + 1,330. `least` is what a set made anew must reach. */
const sets = [
  {
    name: 'seed-network',
    of: seedNetwork,
    model: 'seed',
    shapes: seedShapes,
    parameters: 105_194,
    least: 0.987,
  },
  {
    name: 'seed-network-permuted',
    of: seedNetworkPermuted,
    model: 'seed',
    shapes: seedShapes,
    parameters: 105_194,
    least: 0.955,
  },
  {
    name: 'dense-network',
    of: denseNetwork,
    model: 'mlp',
    shapes: denseShapes,
    parameters: 104_950,
    least: 0.975,
  },
  {
    name: 'dense-network-permuted',
    of: denseNetworkPermuted,
    model: 'mlp',
    shapes: denseShapes,
    parameters: 104_950,
    least: 0.975,
  },
] as const;

const madeOf = async ({ of }: (typeof sets)[number]) => JSON.parse(await readFile(of.record, 'utf8')) as Made;
/** The seed of the set's pixels, where they have changed places. */
const permuteSeedOf = ({ of }: (typeof sets)[number]) => ('permuteSeed' in of ? of.permuteSeed : undefined);

it('the package names all the files that it holds, and each network names its own', async () => {
  expect((await readdir(new URL('../weights/', import.meta.url))).sort()).toEqual(Object.keys(files).sort());
  for (const [name, { href }] of Object.entries(files)) expect(href).toMatch(new RegExp(`/weights/${name}$`));
  for (const { name, of } of sets) {
    expect([of.weights, of.record]).toEqual([files[`${name}.safetensors`], files[`${name}.json`]]);
  }
});

describe.each(sets)('$name', (set) => {
  const { name, of, model, shapes, parameters, least } = set;

  it('has the weights that its record describes', async () => {
    const [made, bytes] = [await madeOf(set), await readFile(of.weights)];
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
    expect(bytes.length).toBe(made.bytes);
  });

  it('has a record that says what is needed to make them again', async () => {
    const made = await madeOf(set);
    expect(made).toMatchObject({
      format: 'convlens.pretrained',
      version: 1,
      file: `${name}.safetensors`,
      model,
      parameters,
      dataset: 'mnist',
      seed: 1,
    });
    const permute = permuteSeedOf(set);
    expect(made.permute).toBe(permute);
    expect(made.command).toMatch(/^pnpm train .*--seed 1( |$)/);
    expect(made.command.includes('--permute 1')).toBe(permute === 1);
    expect(made.command.includes('--model mlp')).toBe(model === 'mlp');
    expect(Object.keys(made.packages)).toContain('@convlens/backend-cpu');
    expect(made.testAccuracy).toBeGreaterThan(least);
  });

  // The layout of a safetensors file: its header's length in eight bytes, the header, the numbers.
  it('holds the tensors of its network and nothing else', async () => {
    const bytes = await readFile(of.weights);
    const headerBytes = Number(bytes.readBigUInt64LE(0));
    const { __metadata__, ...tensors } = JSON.parse(bytes.subarray(8, 8 + headerBytes).toString()) as Record<
      string,
      { shape: number[] }
    >;
    expect(Object.keys(__metadata__ as object)).toContain('convlens');
    expect(Object.fromEntries(Object.entries(tensors).map(([key, { shape }]) => [key, shape]))).toEqual(
      shapes,
    );
    expect(bytes.length).toBe(8 + headerBytes + 4 * parameters);
  });

  it('reads the first test digits exactly as well as its record says, and no others', async () => {
    const [made, bytes] = [await madeOf(set), await readFile(of.weights)];
    const { model: network, provenance } = await loadWithProvenance(bytes);
    expect(provenance?.testAccuracy).toBe(made.testAccuracy);
    network.build(new Runtime(await cpu()));
    const { images, labels } = await mnist({ split: 'test', limit: 1000 });
    const share = async (input: typeof images) => {
      const { data } = (await network.predict(input)).output;
      const right = labels.filter((label, row) => {
        const logits = data.subarray(row * 10, row * 10 + 10);
        return logits.indexOf(Math.max(...logits)) === label;
      });
      return right.length / labels.length;
    };
    const [seed, moved] = [permuteSeedOf(set), permutePixels(images, 1)];
    expect(made.sample).toEqual({ digits: 1000, accuracy: await share(seed === undefined ? images : moved) });
    // The same digits with their pixels in the other places are noise to it: guessing gives 10 %.
    expect(await share(seed === undefined ? moved : images)).toBeLessThan(0.2);
  });
});
