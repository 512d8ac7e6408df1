// What is written beside trained weights: how to make them again, and how good they are.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const ingredients = ['backend-cpu', 'data-mnist', 'datasets', 'layers', 'random', 'tensor-core'];

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The versions whose code and data decide the bytes. */
export function packageVersions() {
  const versions = ingredients.map((name) => {
    const manifest = new URL(`../../../packages/${name}/package.json`, import.meta.url);
    return [`@convlens/${name}`, JSON.parse(readFileSync(manifest, 'utf8')).version];
  });
  return Object.fromEntries(versions);
}

/**
 * `early` is the file after `earlySteps` of the same run: a quick check that the bytes come out again. `sample` is the
 * accuracy on the first test digits: a quick check that the file is as good as it says.
 */
export function describeWeights({ file, bytes, command, result, sample, earlySteps, early }) {
  const { model, parameters, dataset, permute, epochs, seed, backend, threads, testAccuracy, testLoss } =
    result;
  return {
    format: 'convlens.pretrained',
    version: 1,
    file,
    bytes: bytes.length,
    sha256: sha256(bytes),
    command,
    model,
    parameters,
    dataset,
    // Where the pixels stayed in their places, JSON leaves this out.
    permute,
    epochs,
    seed,
    backend,
    threads,
    testAccuracy,
    testLoss,
    sample,
    early: { steps: earlySteps, sha256: sha256(early) },
    packages: packageVersions(),
    node: process.versions.node,
  };
}
