// `pnpm train:pretrained`: makes packages/pretrained/weights with the recipe of `pnpm train`.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../setup/ensure-built.mjs';

ensureBuilt('@convlens/train');
const { main } = await import('./src/cli.js');
const { command, earlyArgs, earlySteps, pretrainedArgs } = await import('./src/pretrained.js');
const { describeWeights } = await import('./src/record.js');

const weights = fileURLToPath(new URL('../../packages/pretrained/weights/', import.meta.url));
const file = 'seed-network.safetensors';
const folder = mkdtempSync(join(tmpdir(), 'convlens-pretrained-'));

/** Trains into the temporary folder; returns the run's result and the file's bytes. */
async function train(args, name) {
  const output = join(folder, name);
  let line = '';
  const status = await main([...args, '--output', output, '--json'], {
    stdout: { write: (text) => (line = text) },
  });
  if (status !== 0) process.exit(status);
  return { result: JSON.parse(line), output, bytes: readFileSync(output) };
}

const early = await train(earlyArgs, 'early.safetensors');
const { result, output, bytes } = await train(pretrainedArgs, file);
const record = describeWeights({ file, bytes, command, result, earlySteps, early: early.bytes });
copyFileSync(output, join(weights, file));
writeFileSync(join(weights, 'seed-network.json'), JSON.stringify(record, null, 2) + '\n');
rmSync(folder, { recursive: true });
console.log(`packages/pretrained/weights: test accuracy ${record.testAccuracy}, SHA-256 ${record.sha256}`);
