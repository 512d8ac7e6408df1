/** The command as it is typed, on few digits and few steps. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadWithProvenance } from '@convlens/layers';
import { main } from './cli.js';

let folder;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'convlens-train-'))));
afterAll(() => rm(folder, { recursive: true }));

const quick = ['--limit', '600', '--validation', '100', '--batch', '20', '--epochs', '2'];

async function run(args) {
  const out = [];
  const err = [];
  const status = await main(args, {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
  });
  return { status, out: out.join(''), err: err.join('') };
}

describe('pnpm train', () => {
  it('learns, and ends with accuracy, confusion matrix, confused pairs and where it saved', async () => {
    const output = join(folder, 'quick.safetensors');
    const { status, out, err } = await run([...quick, '--output', output]);
    expect([status, err]).toEqual([0, expect.stringMatching(/epoch 2\/2 done .* validation accuracy \d/)]);
    expect(out).toMatch(/Test digits: rows/);
    expect(out).toMatch(/Confused most\n +\d taken for \d: \d+/);
    expect(out).toContain(`Saved to ${output}`);
    // 500 digits and 50 steps are enough for most of 600 others; guessing gives 10 %.
    expect(Number(/Test accuracy ([\d.]+) %/.exec(out)[1])).toBeGreaterThan(70);
    expect((await readFile(output)).length).toBeGreaterThan(4 * 105_194);
  });

  it('with --json prints one line with exactly the promised fields, and nothing else, to standard output', async () => {
    const output = join(folder, 'json.safetensors');
    const { status, out, err } = await run([
      ...quick,
      '--stop-after',
      '3',
      '--seed',
      '4',
      '--output',
      output,
      '--json',
    ]);
    expect([status, out.split('\n').length, out.at(-1)]).toEqual([0, 2, '\n']);
    const result = JSON.parse(out);
    expect(Object.keys(result)).toEqual(
      'dataset model parameters epochs seed backend threads imagesPerSecond trainSeconds testAccuracy testLoss checkpoint'.split(
        ' ',
      ),
    );
    expect(result).toMatchObject({
      dataset: 'mnist',
      model: 'seed',
      parameters: 105_194,
      epochs: 2,
      seed: 4,
      backend: 'cpu',
      threads: 1,
      checkpoint: output,
    });
    expect(result.testAccuracy).toBeGreaterThan(0);
    expect(result.testAccuracy).toBeLessThan(1);
    expect(result.imagesPerSecond).toBeCloseTo(60 / result.trainSeconds, 6);
    expect(err).toContain('Saved to');
  });

  it('trains once a seed: the same bytes for the same seed, others for another', async () => {
    const args = [...quick, '--stop-after', '3', '--output'];
    const { status, out, err } = await run([
      ...args,
      join(folder, 'seed-{seed}.safetensors'),
      '--seeds',
      '1-2',
      '--json',
    ]);
    expect([
      status,
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).seed),
    ]).toEqual([0, [1, 2]]);
    expect(err).toMatch(/over 2 seeds: mean/);
    await run([...args, join(folder, 'again.safetensors'), '--seed', '2']);
    const [one, two, again] = await Promise.all(
      ['seed-1', 'seed-2', 'again'].map((name) => readFile(join(folder, `${name}.safetensors`))),
    );
    expect(two.equals(again)).toBe(true);
    expect(one.equals(two)).toBe(false);
  });

  it('trains the dense network on permuted digits, and says so on the line, in the file and in its name', async () => {
    const output = join(folder, '{model}-{seed}.safetensors');
    const { status, out } = await run([
      ...quick,
      '--model',
      'mlp',
      '--permute',
      '3',
      '--output',
      output,
      '--json',
    ]);
    const result = JSON.parse(out);
    expect([status, result]).toEqual([
      0,
      expect.objectContaining({ dataset: 'mnist', permute: 3, model: 'mlp', parameters: 104_950 }),
    ]);
    expect(result.checkpoint).toBe(join(folder, 'mlp-permuted-3-1.safetensors'));
    // Were the test digits left as they are, or permuted in another way, this would be near 10 %.
    expect(result.testAccuracy).toBeGreaterThan(0.7);
    const { provenance } = await loadWithProvenance(result.checkpoint);
    expect(provenance.dataset).toBe('mnist, pixels permuted with seed 3');
  });

  it('runs on the reference backend, too', async () => {
    const { status, out } = await run([
      ...quick,
      '--limit',
      '40',
      '--validation',
      '20',
      '--stop-after',
      '1',
      '--backend',
      'reference',
      '--output',
      join(folder, 'r.safetensors'),
      '--json',
    ]);
    expect([status, JSON.parse(out).backend]).toEqual([0, 'reference']);
  });

  it('answers what it cannot do with a sentence and an exit status', async () => {
    expect(await run(['--help'])).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringContaining('--seeds A-B'),
    });
    expect(await run(['--epochs', 'x'])).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringContaining('pnpm train --help'),
    });
    const { status, err } = await run(['--dataset', join(folder, 'nowhere')]);
    expect([status, err]).toEqual([1, expect.stringMatching(/^mnist: expected manifest\.json or .*\n$/)]);
  });
});
