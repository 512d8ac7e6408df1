// `pnpm train:pretrained [names]`: makes packages/pretrained/weights with the recipes of `pnpm train`; all unless named.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../setup/ensure-built.mjs';
import { earlySteps, pretrained } from './src/pretrained.js';

const names = process.argv.slice(2).filter((argument) => argument !== '--');
const unknown = names.find((name) => !pretrained.some((recipe) => recipe.name === name));
if (unknown !== undefined) {
  const known = pretrained.map(({ name }) => name).join(', ');
  console.error(
    `train:pretrained: expected names out of ${known}, received ${JSON.stringify(unknown)}. Correct it.`,
  );
  process.exit(2);
}

ensureBuilt('@convlens/train');
const { main } = await import('./src/cli.js');
const { describeWeights } = await import('./src/record.js');
const { sampleAccuracy } = await import('./src/sample.js');

const weights = fileURLToPath(new URL('../../packages/pretrained/weights/', import.meta.url));
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

for (const { name, command, args, earlyArgs } of pretrained) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.error(`\n${name}: ${command}`);
  const file = `${name}.safetensors`;
  const early = await train(earlyArgs, `${name}-early.safetensors`);
  const { result, output, bytes } = await train(args, file);
  const sample = await sampleAccuracy(bytes, args);
  const record = describeWeights({ file, bytes, command, result, sample, earlySteps, early: early.bytes });
  copyFileSync(output, join(weights, file));
  writeFileSync(join(weights, `${name}.json`), JSON.stringify(record, null, 2) + '\n');
  console.log(`${name}: test accuracy ${record.testAccuracy}, SHA-256 ${record.sha256}`);
}
rmSync(folder, { recursive: true });
