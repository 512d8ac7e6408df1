/// <reference types="@vitest/browser-playwright" />
/** Where the system forces its own colours: axe finds nothing, and pictures of numbers keep the colours that carry them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { defineAll } from '../src/define-all.js';
import { fakeHistory, fakeState } from './fake-session.js';
import { makePage, mount, violations } from './mount.js';
import { settle } from './settle.js';
import { digitImage, seedRecord } from './seed-record.js';

const media = (value: 'active' | 'none'): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });

/** axe asks for `-webkit-text-fill-color`, which Chromium computes as the page wrote it; what is painted is the forced `color`. */
const { getPropertyValue } = CSSStyleDeclaration.prototype;
beforeAll(() => {
  defineAll();
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return getPropertyValue.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
  };
});
afterAll(async () => {
  CSSStyleDeclaration.prototype.getPropertyValue = getPropertyValue;
  await media('none');
});

const record = seedRecord();
const states: readonly { readonly tag: keyof HTMLElementTagNameMap; readonly properties: object }[] = [
  { tag: 'cnn-activation', properties: { data: record } },
  { tag: 'cnn-cell', properties: { data: record, layer: 'conv2' } },
  {
    tag: 'cnn-confusion-matrix',
    properties: { data: { classNames: ['a', 'b'], actual: [0, 1, 1, 1], predicted: [0, 1, 0, 0] } },
  },
  { tag: 'cnn-convolution', properties: { data: digitImage() } },
  { tag: 'cnn-dataset-grid', properties: { data: { images: digitImage(), labels: [5] } } },
  { tag: 'cnn-dense', properties: { data: record, layer: 'dense1', unit: 7 } },
  { tag: 'cnn-draw-pad', properties: { value: digitImage(), samples: [digitImage(2)] } },
  { tag: 'cnn-feature-maps', properties: { data: record } },
  { tag: 'cnn-flatten', properties: { data: record } },
  { tag: 'cnn-histogram', properties: { data: record, path: 'conv1/filter' } },
  { tag: 'cnn-kernels', properties: { data: record } },
  { tag: 'cnn-layer-table', properties: { data: record } },
  { tag: 'cnn-network', properties: { data: record } },
  { tag: 'cnn-network', properties: { data: record, opened: { layer: 'conv2', unit: 3 } } },
  { tag: 'cnn-image-source', properties: { image: digitImage() } },
  { tag: 'cnn-pixels', properties: { image: digitImage() } },
  { tag: 'cnn-pooling', properties: { data: record } },
  { tag: 'cnn-probabilities', properties: { data: record } },
  { tag: 'cnn-shape-calculator', properties: {} },
  { tag: 'cnn-softmax', properties: { data: record } },
  { tag: 'cnn-training-chart', properties: { data: fakeHistory(300) } },
  { tag: 'cnn-training-controls', properties: { data: fakeState({ phase: 'training', step: 12 }) } },
];

/** Of each canvas, in the order of the page, how many colours it has and a sum over its pixels: the same colours at the same places. */
const picturesOf = (root: ParentNode): readonly string[] =>
  [...root.querySelectorAll('canvas')].map((canvas, index) => {
    const { width, height } = canvas;
    if (width === 0 || height === 0) return `${index}: empty`;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
    const pixels = new Uint32Array(data.buffer);
    let sum = 0;
    for (const pixel of pixels) sum = (Math.imul(sum, 31) + pixel) | 0;
    return `${index} ${canvas.className}: ${new Set(pixels).size} colours, ${sum}`;
  });

const mountWith = async (tag: keyof HTMLElementTagNameMap, properties: object): Promise<HTMLElement> => {
  const page = makePage();
  page.style.width = '1312px';
  return mount(tag, properties, page);
};

describe.each(states)('<$tag> where colours are forced, %#', ({ tag, properties }) => {
  it('has nothing that axe finds, and the pictures that it has elsewhere', async () => {
    await media('none');
    const free = picturesOf((await mountWith(tag, properties)).shadowRoot!);
    // A picture of one colour would say nothing, here or there.
    if (free.length > 0) expect(free.join('\n')).toMatch(/: ([3-9]|\d{2,}) colours/);
    await media('active');
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const element = await mountWith(tag, properties);
    expect(picturesOf(element.shadowRoot!)).toEqual(free);
    expect(await violations(element.parentElement!)).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it('find a word that keeps a pale colour where the system’s are forced', async () => {
    await media('active');
    const page = makePage();
    const pale = document.createElement('p');
    pale.textContent = 'pale';
    pale.style.color = '#bbb';
    page.append(pale);
    // The system’s colour: readable.
    expect(await violations(page)).toEqual([]);
    pale.style.setProperty('forced-color-adjust', 'none');
    expect((await violations(page)).some((line) => line.startsWith('color-contrast'))).toBe(true);
  });

  it('find a picture whose colours were forced into one', async () => {
    await media('active');
    const page = makePage();
    const element = document.createElement('cnn-kernels');
    element.data = record;
    page.append(element);
    // Before it has read its colours.
    const forced = new CSSStyleSheet();
    forced.replaceSync('.probe { forced-color-adjust: auto !important }');
    element.shadowRoot!.adoptedStyleSheets.push(forced);
    await settle(element);
    const kept = await mount('cnn-kernels', { data: record });
    expect(picturesOf(element.shadowRoot!)).not.toEqual(picturesOf(kept.shadowRoot!));
  });
});
