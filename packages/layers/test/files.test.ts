import { Runtime } from '@convlens/tensor-core';
import { reference } from '@convlens/tensor-core/reference';
import { randomKey, uniformAt } from '@convlens/random';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  Conv2D,
  Dense,
  Flatten,
  fromSafetensors,
  load,
  readSafetensors,
  save,
  seedNetwork,
  Sequential,
  toSafetensors,
  writeSafetensors,
} from '../src/index.js';

/** A file by the format's own description: 8 bytes of length, JSON, values. */
function file(header: unknown, values: ArrayLike<number> = []): Uint8Array {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + values.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(Array.from(values), 8 + text.length);
  return bytes;
}

const small = (): Sequential =>
  new Sequential({
    inputShape: [4, 4, 1],
    layers: [new Conv2D({ filters: 2, kernelSize: 3 }), new Flatten(), new Dense({ units: 3 })],
  });

describe('readSafetensors', () => {
  it('reads a file that was put together by hand', () => {
    // 1.0 and -2.5 as little-endian float32.
    const { tensors, metadata } = readSafetensors(
      file(
        { __metadata__: { a: 'b' }, w: { dtype: 'F32', shape: [2], data_offsets: [0, 8] } },
        [0, 0, 128, 63, 0, 0, 32, 192],
      ),
    );
    expect(tensors.get('w')).toEqual({ dtype: 'float32', shape: [2], data: Float32Array.of(1, -2.5) });
    expect(metadata.get('a')).toBe('b');
  });
  const w = { dtype: 'U8', shape: [2], data_offsets: [0, 2] };
  it.each<readonly [string, Uint8Array]>([
    ['too short', Uint8Array.of(1, 2, 3)],
    ['a header longer than the file', file('{}').fill(255, 0, 8)],
    ['no JSON', file('{"w":')],
    ['no object', file('[1]')],
    [
      'a name twice',
      file(
        '{"w":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"w":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}',
        [1],
      ),
    ],
    [
      'a name twice, spelt differently',
      file(
        '{"w":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"\\u0077":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}',
        [1],
      ),
    ],
    ['an unknown dtype', file({ w: { ...w, dtype: 'F8' } }, [1, 2])],
    ['a shape that is no shape', file({ w: { ...w, shape: [-2] } }, [1, 2])],
    ['offsets beyond the end', file({ w: { ...w, data_offsets: [0, 3] } }, [1, 2])],
    ['a size that does not fit the shape', file({ w: { ...w, shape: [1] } }, [1, 2])],
    ['two tensors on one byte', file({ a: w, b: w }, [1, 2])],
    ['bytes that belong to nobody', file({ w }, [1, 2, 3])],
    ['metadata that is no text', file({ __metadata__: { a: 1 }, w }, [1, 2])],
  ])('refuses %s with a typed error', (_, bytes) => {
    expect(() => readSafetensors(bytes)).toThrow(
      expect.objectContaining({
        code: expect.stringMatching(/^(INVALID_FILE|UNSUPPORTED_DTYPE)$/) as string,
      }) as Error,
    );
  });
  it('answers 2,000 damaged files with values or a typed error, never anything else', async () => {
    const model = small().build(new Runtime(reference()), { seed: 1 });
    const whole = await toSafetensors(model);
    for (let seed = 0; seed < 2000; seed++) {
      const at = (i: number, size: number): number =>
        Math.floor(uniformAt(randomKey(seed, 'damage'), i) * size);
      const bytes = whole.slice(0, seed % 3 === 0 ? at(0, whole.length) : whole.length);
      for (let i = 1; i < 4 && bytes.length > 0; i++)
        bytes[at(i, Math.min(bytes.length, seed % 2 === 0 ? 600 : bytes.length))] = at(i + 10, 256);
      try {
        fromSafetensors(bytes);
      } catch (error) {
        expect((error as { code?: unknown }).code, `seed ${seed}: ${String(error)}`).toEqual(
          expect.any(String),
        );
      }
    }
  });
});

describe('a saved model', () => {
  it('comes back with its layers, names and bits', async () => {
    const model = seedNetwork().build(new Runtime(reference()), { seed: 3 });
    const bytes = await toSafetensors(model, { dataset: 'mnist', seed: 3 });
    expect(await toSafetensors(model, { dataset: 'mnist', seed: 3 })).toEqual(bytes);
    const { model: copy, provenance } = fromSafetensors(bytes);
    copy.build(new Runtime(reference()));
    expect(provenance).toEqual({ dataset: 'mnist', seed: 3 });
    expect(copy.summary()).toEqual(model.summary());
    expect(await copy.getWeights()).toEqual(await model.getWeights());
  });
  it('goes to disk whole or not at all, and is loaded by path and by address', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'convlens-layers-'));
    try {
      const path = join(folder, 'small.safetensors');
      const model = small().build(new Runtime(reference()), { seed: 1 });
      await save(model, path);
      expect(await readdir(folder)).toEqual(['small.safetensors']);
      for (const source of [path, pathToFileURL(path), pathToFileURL(path).href]) {
        const copy = (await load(source)).build(new Runtime(reference()));
        expect(await copy.getWeights()).toEqual(await model.getWeights());
      }
      await expect(save(model, join(folder, 'no', 'such', 'folder'))).rejects.toThrow();
      expect(await readdir(folder)).toEqual(['small.safetensors']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
  it('says what it is, with format and version', async () => {
    const bytes = await toSafetensors(small().build(new Runtime(reference()), { seed: 1 }));
    expect(JSON.parse(readSafetensors(bytes).metadata.get('convlens')!)).toMatchObject({
      format: 'convlens.model',
      version: 1,
      model: { layers: [{ className: 'Conv2D' }, {}, {}] },
    });
  });
  it('is refused when it is none of ours, of another version, of unknown layers, or lacks a weight', async () => {
    const one = { shape: [1], dtype: 'float32' as const, data: Float32Array.of(1) };
    const of = (record: unknown) => writeSafetensors({ w: one }, { convlens: JSON.stringify(record) });
    const code = async (bytes: Uint8Array): Promise<unknown> =>
      load(bytes)
        .then((model) => model.build(new Runtime(reference())))
        .then(
          () => 'loaded',
          (error: unknown) => (error as { code: unknown }).code,
        );
    expect(await code(writeSafetensors({ w: one }))).toBe('NO_MODEL');
    expect(await code(of({ format: 'convlens.model', version: 2, model: {} }))).toBe('NO_MODEL');
    expect(await code(of({ format: 'convlens.model', version: 1, model: {} }))).toBe('INVALID_FILE');
    const layers = [{ name: 'a', className: 'Attention', config: {} }];
    const model = { name: 'm', inputShape: [1], classifier: false, layers };
    expect(await code(of({ format: 'convlens.model', version: 1, model }))).toBe('UNKNOWN_LAYER');
    const dense = { ...model, layers: [{ name: 'd', className: 'Dense', config: { units: 1 } }] };
    expect(await code(of({ format: 'convlens.model', version: 1, model: dense }))).toBe('WEIGHTS_MISMATCH');
  });
});
