/// <reference types="@vitest/browser-playwright" />
/** What every element must be: reachable, named, readable in both themes, unharmed by what is missing, and gone when it is removed. */
import type { ActivationRecord } from '@convlens/types';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { defineAll } from '../src/define-all.js';
import { fakeHistory, FakeSession, fakeState } from './fake-session.js';
import { makePage, mount, violations } from './mount.js';
import { settle } from './settle.js';
import { digitImage, seedRecord } from './seed-record.js';

beforeAll(() => defineAll());

const record = seedRecord();
const nanRecord: ActivationRecord = {
  ...record,
  tensors: Object.fromEntries(
    Object.entries(record.tensors).map(([path, { shape, data }]) => [
      path,
      { shape, data: new Float32Array(data.length).fill(NaN) },
    ]),
  ),
};
const history = fakeHistory(300);
const nanHistory = { step: [1, 2, 3], loss: [NaN, NaN, NaN], accuracy: [NaN, NaN, NaN], validation: [] };
const nanImage = { shape: [1, 28, 28, 1], data: new Float32Array(784).fill(NaN) } as const;

const nanModel = {
  ...record.model,
  layers: record.model.layers.map((layer) => ({
    ...layer,
    parameterCount: NaN,
    macs: NaN,
    outputShape: [NaN],
  })),
};

/** Properties with data, and with data that is no number; without data is the same for all. */
const elements = [
  ['cnn-draw-pad', { value: digitImage(), samples: [digitImage(), digitImage(2)] }, { value: nanImage }],
  ['cnn-network', { data: record }, { data: nanRecord }],
  [
    'cnn-network',
    { data: record, opened: { layer: 'conv2', unit: 3 } },
    { data: nanRecord, opened: { layer: 'conv2', unit: 3 } },
  ],
  ['cnn-convolution', { data: digitImage() }, { data: nanImage }],
  ['cnn-convolution', { picture: 'colour', mode: 'sum' }, { data: nanImage, mode: 'sum' }],
  ['cnn-kernels', { data: record }, { data: nanRecord }],
  ['cnn-probabilities', { data: record }, { data: nanRecord }],
  ['cnn-shape-calculator', { stride: 2 }, { kernel: NaN }],
  ['cnn-shape-calculator', { chain: 'conv 5 same, pool 2' }, { kernel: NaN }],
  ['cnn-training-chart', { data: history }, { data: nanHistory }],
  [
    'cnn-training-controls',
    { data: fakeState({ phase: 'training', step: 12 }) },
    { data: fakeState({ step: NaN, imagesPerSecond: NaN }) },
  ],
  ['cnn-cell', { data: record }, { data: nanRecord }],
  ['cnn-cell', { data: record, layer: 'conv2' }, { data: nanRecord, layer: 'conv2' }],
  ['cnn-layer-table', { data: record }, { data: nanModel }],
  ['cnn-softmax', { data: record }, { data: nanRecord }],
  ['cnn-softmax', { logits: [1, 2] }, { logits: [NaN, NaN] }],
  ['cnn-activation', { data: record }, { data: nanRecord }],
  ['cnn-pixels', { image: digitImage() }, { image: nanImage }],
  ['cnn-pooling', { image: digitImage() }, { image: nanImage }],
  ['cnn-pooling', { data: record, gradient: true }, { data: nanRecord, gradient: true }],
  ['cnn-dense', { data: record }, { data: nanRecord }],
  ['cnn-dense', { data: record, layer: 'dense1', unit: 7 }, { data: nanRecord, layer: 'dense1', unit: 7 }],
  ['cnn-flatten', { data: record }, { data: nanRecord }],
  ['cnn-histogram', { data: record, path: 'conv1/filter' }, { data: nanRecord, path: 'conv1/filter' }],
  [
    'cnn-confusion-matrix',
    { data: { classNames: ['a', 'b'], actual: [0, 1, 1], predicted: [0, 1, 0] } },
    { data: { classNames: ['a', 'b'], actual: [0, NaN, 1], predicted: [NaN, 1, 0] } },
  ],
  [
    'cnn-dataset-grid',
    { data: { images: digitImage(), labels: [5] } },
    { data: { images: nanImage, labels: [NaN] } },
  ],
  ['cnn-feature-maps', { data: record }, { data: nanRecord }],
  [
    'cnn-feature-maps',
    { data: record, layer: 'conv2', scale: 'map', answers: true },
    { data: nanRecord, answers: true },
  ],
  ['cnn-image-source', { image: digitImage() }, { image: nanImage }],
  ['cnn-image-source', { for: 'network', image: digitImage() }, { for: 'network', image: nanImage }],
] as const;

describe.each(elements)('<%s> with %#', (tag, withData, withNaN) => {
  it.each(['light', 'dark'] as const)('has nothing that axe finds, in the %s theme', async (theme) => {
    const page = makePage(theme);
    await mount(tag, withData as object, page);
    expect(await violations(page)).toEqual([]);
  });

  it('has nothing that axe finds with its table shown', async () => {
    const page = makePage();
    await mount(tag, { ...withData, table: true } as object, page);
    expect(await violations(page)).toEqual([]);
  });

  it('says what to do where there is no data, and axe finds nothing', async () => {
    const page = makePage();
    const element = await mount(tag, {}, page);
    expect(element.shadowRoot!.textContent!.trim().length).toBeGreaterThan(10);
    expect(await violations(page)).toEqual([]);
  });

  it('draws on when values are not numbers', async () => {
    const page = makePage();
    const element = await mount(tag, withNaN as object, page);
    expect(element.renderCount).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
  });

  it('says why where the session has failed', async () => {
    const session = new FakeSession();
    session.state.set(undefined, 'error', new Error('The worker is gone.'));
    const page = makePage();
    await mount(tag, { session }, page);
    expect(await violations(page)).toEqual([]);
  });

  it('is subscribed while it is connected and at no other time, after 1,000 moves too', async () => {
    const session = new FakeSession();
    session.history.set(history);
    const page = makePage();
    const element = await mount(tag, { session }, page);
    const subscribed = session.subscriptions;
    for (let move = 0; move < 1000; move++) {
      element.remove();
      page.append(element);
    }
    await settle(element);
    expect(session.subscriptions).toBe(subscribed);
    element.remove();
    expect(session.subscriptions).toBe(0);
  });

  it('can be reached by keyboard, and shows where the focus is', async () => {
    const element = await mount(tag, withData as object);
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard('{Tab}');
    const focused = element.shadowRoot!.activeElement;
    // A table of words and numbers is read, not operated.
    expect(focused !== null).toBe(tag !== 'cnn-probabilities');
    if (focused) expect(getComputedStyle(focused).outlineStyle).toBe('solid');
  });

  it('moves nothing for visitors who asked for reduced motion', async () => {
    await cdp().send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
    });
    onTestFinished(async () => void (await cdp().send('Emulation.setEmulatedMedia', { features: [] })));
    const element = await mount(tag, withData as object);
    Object.assign(element, withNaN);
    await settle(element);
    Object.assign(element, withData);
    await (element as { updateComplete?: Promise<unknown> }).updateComplete;
    const moving = element
      .shadowRoot!.getAnimations()
      .filter((animation) => Number(animation.effect?.getTiming().duration) > 1);
    expect(moving).toEqual([]);
  });

  it('renders once for many changes in one frame', async () => {
    const element = await mount(tag, withData as object);
    const before = element.renderCount;
    for (let change = 0; change < 50; change++) element.requestUpdate();
    await settle(element);
    expect(element.renderCount - before).toBe(1);
  });
});

describe('the checks themselves', () => {
  it('find an element that has no name', async () => {
    class Unnamed extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: 'open' }).innerHTML = '<canvas role="img"></canvas><button></button>';
      }
    }
    customElements.define('test-unnamed', Unnamed);
    const page = makePage();
    page.append(document.createElement('test-unnamed'));
    const found = await violations(page);
    expect(found.some((line) => line.startsWith('role-img-alt'))).toBe(true);
    expect(found.some((line) => line.startsWith('button-name'))).toBe(true);
  });
});
