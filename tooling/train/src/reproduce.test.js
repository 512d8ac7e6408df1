/**
 * The published weights come out again: the first steps of the same command give the recorded bytes. Where a change of the
 * engine alters them, `pnpm train:pretrained` makes weights and record anew.
 */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from './cli.js';
import { earlySteps, pretrained } from './pretrained.js';
import { sha256 } from './record.js';

const weights = new URL('../../../packages/pretrained/weights/', import.meta.url);

let folder;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'convlens-train-'))));
afterAll(() => rm(folder, { recursive: true }));

it('every published file has a recipe, and every recipe its file', async () => {
  const names = pretrained.flatMap(({ name }) => [`${name}.json`, `${name}.safetensors`]);
  expect((await readdir(weights)).sort()).toEqual(names.sort());
});

describe.each(pretrained)('the recipe of $name', ({ name, command, earlyArgs }) => {
  it(`gives the recorded bytes after ${earlySteps} steps`, async () => {
    const record = JSON.parse(await readFile(new URL(`${name}.json`, weights), 'utf8'));
    expect(record.command).toBe(command);
    const output = join(folder, `${name}.safetensors`);
    const told = [];
    const status = await main([...earlyArgs, '--output', output, '--json'], {
      stdout: { write: () => true },
      stderr: { write: (text) => told.push(text) },
    });
    expect([status, told.join('')]).toEqual([0, expect.stringContaining('Saved to')]);
    expect(sha256(await readFile(output))).toBe(record.early.sha256);
  });
});
