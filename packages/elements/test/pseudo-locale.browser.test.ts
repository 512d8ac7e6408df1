/**
 * Every word comes from a message table: where all tables are replaced by one whose texts stand in brackets, nothing but numbers,
 * names that the data has, and mathematics stands outside.
 */
import type { ActivationRecord } from '@convlens/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { defineAll } from '../src/define-all.js';
import type { MessageTables } from '../src/messages/language.js';
import { bentRecord } from './bent-record.js';
import { fakeHistory, FakeSession, fakeState } from './fake-session.js';
import { makePage, mount } from './mount.js';
import { settle } from './settle.js';
import { digitImage, seedRecord } from './seed-record.js';

declare global {
  interface ImportMeta {
    /** Vite's: the modules that a pattern names. */
    glob(pattern: string, options: { readonly eager: true }): Readonly<Record<string, object>>;
  }
}

const language = 'en-x-pseudo';

/** `⟦text⟧`; what a message is given, and so has from elsewhere, as `⟪given⟫` inside. */
function pseudo(message: unknown): unknown {
  if (typeof message === 'string') return message === '' ? '' : `⟦${message}⟧`;
  if (typeof message === 'function')
    return (...args: readonly unknown[]) => pseudo(Reflect.apply(message, undefined, args.map(marked)));
  if (Array.isArray(message)) return message.map(pseudo);
  if (typeof message !== 'object' || message === null) return message;
  return Object.fromEntries(Object.entries(message).map(([name, part]) => [name, pseudo(part)]));
}

function marked(given: unknown): unknown {
  if (typeof given === 'string') return given === '' ? '' : `⟪${given}⟫`;
  return Array.isArray(given) ? given.map(marked) : given;
}

beforeAll(() => {
  defineAll();
  const modules = Object.values(import.meta.glob('../src/**/*.messages.ts', { eager: true }));
  const isTables = (each: unknown): each is MessageTables<object> =>
    typeof each === 'object' && each !== null && Object.hasOwn(each, 'en');
  const tables = modules.flatMap((module) => Object.values(module)).filter(isTables);
  // One a component at the least; a pattern that found none would find nothing wrong.
  expect(tables.length).toBeGreaterThan(18);
  for (const table of tables) Object.assign(table, { [language]: pseudo(table.en) });
});

/** What stands outside of messages: not in brackets, or given to one. */
function outside(text: string): string {
  let found = '';
  const open: string[] = [];
  for (const letter of text) {
    if (letter === '⟦' || letter === '⟪') open.push(letter);
    else if (letter === '⟧' || letter === '⟫') open.pop();
    else if (open.at(-1) !== '⟦') {
      found += letter;
      continue;
    }
    found += ' ';
  }
  return found;
}

const record = seedRecord();
/** Names that the data has. */
const names = new Set([
  record.model.name,
  fakeState().backend.name,
  ...record.model.layers.flatMap(({ name, className }) => [name, className]),
  ...Object.keys(record.tensors),
  'ant',
  'bee',
]);
/** Functions, signs and letters of formulas, and names of libraries: the same in all languages. */
const notation = new Set(['exp', 'max', 'Σ', 'NaN', 'ConvLens', 'Keras', 'PyTorch']);

/** Words of a text that are neither a table's nor the data's. */
const foreign = (text: string): readonly string[] =>
  outside(text)
    .split(/[\s\p{Ps}\p{Pe}\p{Pi}\p{Pf},;:=·×+−…|]+/u)
    .filter((word) => /\p{L}/u.test(word) && !names.has(word) && !notation.has(word));

const spoken = [
  'aria-label',
  'aria-valuetext',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
];

/** Every word outside the tables, with what it stands in. Code is the same in all languages. */
function wordsOutside(root: ParentNode): readonly string[] {
  const found: string[] = [];
  const note = (text: string, where: string): void => {
    for (const word of foreign(text))
      found.push(`${word} (${where}: ${text.replace(/\s+/g, ' ').trim().slice(0, 90)})`);
  };
  for (const element of root.querySelectorAll('*')) {
    if (element.closest('style, pre, code')) continue;
    for (const name of spoken) note(element.getAttribute(name) ?? '', name);
    for (const child of element.childNodes)
      if (child.nodeType === Node.TEXT_NODE) note(child.textContent!, element.localName);
    if (element.shadowRoot) found.push(...wordsOutside(element.shadowRoot));
  }
  return [...new Set(found)];
}

const history = fakeHistory(300);
/** With averages in place of maxima. */
const averaged = bentRecord();
const broken: ActivationRecord = { ...record, tensors: {} };
const loading = (): FakeSession => {
  const session = new FakeSession();
  session.state.set(undefined, 'loading');
  return session;
};
const failed = (): FakeSession => {
  const session = new FakeSession();
  session.state.set(undefined, 'error', new Error('404'));
  return session;
};

/** Elements with data, in the states that say most. */
const states: readonly (readonly [tag: keyof HTMLElementTagNameMap, ...properties: readonly object[]])[] = [
  [
    'cnn-activation',
    { data: record },
    { data: record, activation: 'linear' },
    { data: broken },
    { image: digitImage() },
  ],
  [
    'cnn-image-source',
    { image: digitImage() },
    { for: 'network', image: digitImage() },
    { from: 'draw' },
    { from: 'file' },
    { from: 'camera' },
  ],
  [
    'cnn-cell',
    { data: record },
    { data: record, layer: 'conv2' },
    { data: record, layer: 'pool1' },
    { data: averaged, layer: 'pool1' },
    { data: broken },
  ],
  ['cnn-confusion-matrix', { data: { classNames: ['ant', 'bee'], actual: [0, 1, 1], predicted: [0, 1, 0] } }],
  ['cnn-convolution', { data: digitImage() }, { session: new FakeSession() }],
  ['cnn-dataset-grid', { data: { images: digitImage(), labels: [1], classNames: ['ant', 'bee'] } }],
  ['cnn-dense', { data: record }, { data: record, layer: 'dense1', unit: 7 }, { data: broken }],
  ['cnn-draw-pad', { value: digitImage(), samples: [digitImage()] }],
  ['cnn-feature-maps', { data: record }, { session: new FakeSession(), film: true }, { data: broken }],
  ['cnn-flatten', { data: record, number: 12 }, { data: broken }],
  ['cnn-histogram', { data: record, path: 'conv1/filter' }, { values: [NaN, 1, -1] }],
  ['cnn-kernels', { data: record }, { data: record, layer: 'conv2' }, { data: broken }],
  ['cnn-layer-table', { data: record, selected: 'conv2' }],
  [
    'cnn-network',
    { data: record },
    { data: record, scale: 'map' },
    { data: record, opened: { layer: 'conv2', unit: 3 } },
    { data: record, opened: { layer: 'pool1', unit: 3 } },
    { data: averaged, opened: { layer: 'pool1', unit: 3 } },
    { data: record, opened: { layer: 'conv2', unit: 3, row: 6, column: 6 } },
    { data: record, opened: { layer: 'dense2', unit: 3 } },
  ],
  [
    'cnn-pixels',
    { data: record },
    { image: { shape: [2, 2, 3], data: [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9] }, mute: 'r' },
  ],
  ['cnn-pooling', { data: record }, { data: record, gradient: true }, { data: broken }],
  ['cnn-probabilities', { data: record }],
  ['cnn-shape-calculator', { stride: 2 }, { groups: 3 }, { height: 2 }],
  ['cnn-softmax', { data: record }, { data: record, shifted: true, temperature: 2 }, { data: broken }],
  ['cnn-training-chart', { data: history }],
  [
    'cnn-training-controls',
    { data: fakeState() },
    { data: fakeState({ phase: 'training', step: 12, imagesPerSecond: 900 }) },
    { data: fakeState({ weights: 'untrained' }) },
  ],
];

describe.each(states.map(([tag, ...properties]) => ({ tag, properties })))(
  '<$tag> in a language that is made up',
  ({ tag, properties }) => {
    it('has no word that is not in a message table', async () => {
      const found: string[] = [];
      for (const each of [{}, { session: loading() }, { session: failed() }, ...properties]) {
        const page = makePage();
        page.lang = language;
        const element = await mount(tag, { table: true, ...each } as object, page);
        found.push(...wordsOutside(element.shadowRoot!));
        // What is said of a place that keys lead to.
        for (const place of element.shadowRoot!.querySelectorAll(
          '[role="application"], [role="group"], [role="slider"]',
        ))
          place.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true }),
          );
        await settle(element);
        found.push(...wordsOutside(element.shadowRoot!));
      }
      expect([...new Set(found)]).toEqual([]);
    });
  },
);

describe('the check itself', () => {
  it('finds a word that is written into a template, and one that a message is given', () => {
    const root = document.createElement('div');
    root.innerHTML = '<p aria-label="⟦label⟧ 3">⟦text of ⟪conv1⟫⟧ = 0.5 exp(1)</p>';
    expect(wordsOutside(root)).toEqual([]);
    root.innerHTML = '<p aria-label="label">⟦text⟧ by hand</p><b>⟦sum of ⟪a map⟫⟧</b>';
    expect(wordsOutside(root).map((line) => line.split(' ')[0])).toEqual(['label', 'by', 'hand', 'a', 'map']);
  });
});
