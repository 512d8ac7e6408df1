/** A trace of another hand is drawn, and what is no trace is refused inside every element that takes one, in words. */
import type { ActivationRecord } from '@convlens/types';
import { beforeAll, describe, expect, it } from 'vitest';
import fixture from '../../test/fixtures/python-trace.json' with { type: 'json' };
import { makePage, mount, violations } from '../../test/mount.js';
import { settle } from '../../test/settle.js';
import { seedRecord } from '../../test/seed-record.js';
import { defineAll } from '../define-all.js';
import { readRecord } from './read-record.js';

beforeAll(() => defineAll());

const seed = seedRecord();

/** What a page may hand over by mistake, with a part of the sentence that answers it. */
const broken = [
  ['a trace of another version', { ...seed, version: 2 }, 'expected version 1, received 2.'],
  ['a model file', { format: 'convlens.model', version: 1 }, "expected format 'convlens.trace'"],
  [
    'a tensor of a wrong shape',
    { ...seed, tensors: { ...seed.tensors, input: { shape: [1, 28, 28, 3], data: new Float32Array(2352) } } },
    'expected input of shape [1, 28, 28, 1], received [1, 28, 28, 3].',
  ],
  [
    'a tensor of a wrong length',
    { ...seed, tensors: { ...seed.tensors, input: { shape: [1, 28, 28, 1], data: [0] } } },
    'expected 784 numbers in input for its shape [1, 28, 28, 1], received 1.',
  ],
  ['null', null, 'received null.'],
  ['a text', JSON.stringify(fixture), 'Parse the text first'],
] as const;

const elements = [
  'cnn-activation',
  'cnn-cell',
  'cnn-dense',
  'cnn-flatten',
  'cnn-histogram',
  'cnn-kernels',
  'cnn-layer-table',
  'cnn-network',
  'cnn-pixels',
  'cnn-pooling',
  'cnn-probabilities',
  'cnn-softmax',
] as const;

describe.each(elements)('<%s>', (tag) => {
  it.each(broken)('says what is wrong with %s, and axe finds nothing', async (_, data, sentence) => {
    const page = makePage();
    // A page in JavaScript gives what it likes.
    const element = await mount(tag, { data: data as unknown as ActivationRecord }, page);
    expect(element.shadowRoot!.textContent).toContain(sentence);
    expect(element.shadowRoot!.querySelector('canvas')).toBeNull();
    expect(await violations(page)).toEqual([]);
  });

  it('draws again once it is given a trace', async () => {
    const element = await mount(tag, { data: { version: 2 } as unknown as ActivationRecord });
    element.data = seed;
    await settle(element);
    expect(element.shadowRoot!.textContent).not.toContain('readRecord');
  });
});

describe('the trace that Python wrote', () => {
  it('is drawn by <cnn-network> as it is, stage by stage', async () => {
    const page = makePage();
    const element = await mount(
      'cnn-network',
      { data: fixture as unknown as ActivationRecord, table: true },
      page,
    );
    const text = element.shadowRoot!.textContent!;
    for (const name of ['conv1', 'pool1', 'dense1']) expect(text).toContain(name);
    // The second class has -1, as computed by hand in read-record.test.ts.
    expect(text).toContain('3.5');
    const canvas = element.shadowRoot!.querySelector<HTMLCanvasElement>('canvas.tensors')!;
    const pixels = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
    expect(pixels.some((value, index) => index % 4 === 3 && value > 0)).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  it('is read once, however often the element renders', async () => {
    let reads = 0;
    const record = { ...seed };
    Object.defineProperty(record, 'format', {
      enumerable: true,
      get: () => {
        reads += 1;
        return 'convlens.trace';
      },
    });
    const element = await mount('cnn-network', { data: record as ActivationRecord });
    for (let render = 0; render < 5; render++) {
      element.requestUpdate();
      await settle(element);
    }
    expect(element.renderCount).toBeGreaterThan(5);
    expect(reads).toBe(1);
  });

  it('is small work for the largest that is allowed', () => {
    const data = new Float32Array(2 ** 24);
    const start = performance.now();
    readRecord({
      format: 'convlens.trace',
      version: 1,
      model: { inputShape: [4096, 4096, 1], layers: [] },
      tensors: { input: { shape: [1, 4096, 4096, 1], data } },
    });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
