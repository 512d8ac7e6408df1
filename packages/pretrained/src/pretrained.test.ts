import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { files } from './index.js';

const made = JSON.parse(await readFile(files['seed-network.json'], 'utf8')) as Record<string, unknown>;

it('the package names all the files that it holds', async () => {
  expect((await readdir(new URL('../weights/', import.meta.url))).sort()).toEqual(Object.keys(files).sort());
});

it('the weights are those that the record describes', async () => {
  const bytes = await readFile(files['seed-network.safetensors']);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(made['sha256']);
  expect(bytes.length).toBe(made['bytes']);
});

it('the record says what is needed to make them again', () => {
  expect(made).toMatchObject({
    format: 'convlens.pretrained',
    version: 1,
    model: 'seed',
    parameters: 105_194,
    dataset: 'mnist',
    seed: 1,
  });
  expect(made['command']).toMatch(/^pnpm train .*--seed 1/);
  expect(Object.keys(made['packages'] as object)).toContain('@convlens/backend-cpu');
  expect(made['testAccuracy']).toBeGreaterThan(0.987);
});

// The layout of a safetensors file: its header's length in eight bytes, the header, the numbers.
it('the file holds the eight tensors of the seed network and nothing else', async () => {
  const bytes = await readFile(files['seed-network.safetensors']);
  const headerBytes = Number(bytes.readBigUInt64LE(0));
  const { __metadata__, ...tensors } = JSON.parse(bytes.subarray(8, 8 + headerBytes).toString()) as Record<
    string,
    { shape: number[] }
  >;
  expect(Object.keys(__metadata__ as object)).toContain('convlens');
  const sizes = Object.values(tensors).map(({ shape }) => shape.reduce((product, size) => product * size, 1));
  // By hand: 5 x 5 x 1 x 8 + 8, 5 x 5 x 8 x 16 + 16, 784 x 128 + 128, 128 x 10 + 10.
  expect(sizes.sort((a, b) => a - b)).toEqual([8, 10, 16, 128, 200, 1280, 3200, 100_352]);
  expect(bytes.length).toBe(8 + headerBytes + 4 * 105_194);
});
