/// <reference types="@vitest/browser-playwright" />
/** Every element by keys alone, from the tab key on: three places by name, what is said there, and the same number in the table. */
import type { ModelCommand } from '@convlens/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makePage, mount } from './mount.js';
import { defineAll } from '../src/define-all.js';
import { FakeSession } from './fake-session.js';
import { announced, reached, record, shownIn, value, written } from './reached.js';
import { inside, settle } from './settle.js';

beforeAll(() => defineAll());

/** What the tab key leads to, and the keys from there to the first place, from it to the second and to the third. */
const scripts: Readonly<
  Record<string, readonly [focus: string, ...keys: readonly [string, string, string]]>
> = {
  // Focus begins at the first map of the first layer; right is the next layer, down the next map.
  'cnn-network': ['.walk', '', '{ArrowRight}', '{ArrowDown}{ArrowRight}'],
  'cnn-cell': [
    '[aria-label="More row"]',
    '{Enter}',
    '{Tab}{Tab}{Enter}',
    '{Shift>}{Tab}{Tab}{Tab}{Tab}{/Shift}{Enter}',
  ],
  'cnn-convolution': ['.to .pick', '', '{ArrowRight}', '{ArrowDown}'],
  'cnn-feature-maps': ['.maps button', '{ArrowRight}', '{ArrowRight}', '{End}'],
  'cnn-kernels': ['.grid', '{ArrowRight}', '{ArrowRight}', '{ArrowDown}'],
  'cnn-pixels': ['.window', '{ArrowRight}', '{ArrowUp}', '{ArrowLeft}'],
  'cnn-activation': ['.before .pick', '', '{ArrowRight}', '{ArrowDown}'],
  'cnn-pooling': ['[data-way="max"] .pick', '', '{ArrowRight}', '{ArrowDown}'],
  'cnn-dense': ['.class-chip', '{ArrowRight}', '{ArrowRight}', '{ArrowRight}'],
  'cnn-flatten': [
    '[part="vector"]',
    '{ArrowRight}',
    '{Tab}{Control>}a{/Control}510{Enter}',
    '{Control>}a{/Control}254{Enter}',
  ],
  'cnn-softmax': ['.name', '{Home}', '{ArrowDown}', '{ArrowDown}'],
  'cnn-layer-table': ['.name', '{ArrowDown}{Enter}', '{ArrowDown}{Enter}', '{End}{Enter}'],
  'cnn-histogram': ['.plot', '{Home}', '{ArrowRight}', '{ArrowRight}'],
  'cnn-confusion-matrix': ['.pick', '{ArrowRight}{ArrowRight}', '{ArrowDown}', '{ArrowLeft}'],
  'cnn-dataset-grid': ['.sheet', '{ArrowRight}', '{ArrowRight}', '{ArrowRight}'],
  'cnn-training-chart': ['[role="slider"]', '{Home}', '{ArrowRight}'.repeat(27), '{End}'],
  'cnn-shape-calculator': [
    '[aria-label="More stride"]',
    '{Enter}',
    `${'{Shift>}{Tab}{/Shift}'.repeat(4)}{Enter}`,
    '',
  ],
};

async function tabTo(element: Element, selector: string, press = '{Tab}'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await userEvent.keyboard(press);
    if (element.shadowRoot!.activeElement?.matches(selector)) return;
  }
  throw new Error(`tabTo: expected ${selector} of ${element.localName} within 80 presses, received none.`);
}

describe.each(reached)('$tag by keys alone', ({ tag, properties, live, rows, places }) => {
  it('says three places, and has their numbers in its table', async () => {
    const page = makePage();
    page.style.width = '1312px';
    const element = await mount(tag, properties as object, page);
    const [focus, ...keys] = scripts[tag]!;
    if (rows === undefined) {
      await tabTo(element, '.twin-button');
      await userEvent.keyboard('{Enter}');
      await settle(element);
      expect(element).toHaveProperty('table', true);
    }
    await tabTo(element, focus, rows === undefined ? '{Shift>}{Tab}{/Shift}' : '{Tab}');
    for (const [index, place] of places.entries()) {
      if (keys[index] !== '') await userEvent.keyboard(keys[index]!);
      await settle(element);
      for (const said of place.said) expect(announced(element, live)).toContain(said);
      expect(shownIn(element, place, rows)).toBe(place.shows);
    }
  });
});

describe('cnn-draw-pad by keys alone', () => {
  it('says three places of the pen, and puts ink there', async () => {
    const pad = await mount('cnn-draw-pad', { noCentre: true });
    await tabTo(pad, '.pad');
    for (const [keys, said, row, column] of [
      ['{ArrowDown}{ }', 'row 15, column 14, pen down', 15, 14],
      ['{ArrowDown}{ArrowDown}{ArrowDown}', 'row 18, column 14, pen down', 18, 14],
      ['{ArrowRight}{ArrowRight}{Enter}', 'row 18, column 16, pen up', 18, 16],
    ] as const) {
      await userEvent.keyboard(keys);
      await settle(pad);
      expect(announced(pad, '[aria-live]')).toBe(said);
      expect(pad.value!.data[row * 28 + column]).toBeGreaterThan(0.5);
    }
  });
});

describe('cnn-training-controls by keys alone', () => {
  it('steps, trains and pauses, and says each', async () => {
    const session = new ObeyingSession();
    const controls = await mount('cnn-training-controls', { session });
    await tabTo(controls, '[part="step"]');
    await userEvent.keyboard('{Enter}');
    await settle(controls);
    expect(announced(controls, '.visually-hidden')).toBe('Paused');
    expect(announced(controls, '[part="status"]')).toContain('step 1 of 2,580');
    await tabTo(controls, '[part="primary"]', '{Shift>}{Tab}{/Shift}');
    await userEvent.keyboard('{Enter}');
    await settle(controls);
    expect(announced(controls, '.visually-hidden')).toBe('Training');
    await userEvent.keyboard('{ }');
    await settle(controls);
    expect(announced(controls, '.visually-hidden')).toBe('Paused');
    expect(session.commands.map(({ type }) => type)).toEqual(['step', 'train', 'pause']);
  });
});

/** The keys that a task takes; a key that is held is one. */
class Keys {
  count = 0;
  async press(...keys: readonly (string | readonly [key: string, times: number])[]): Promise<void> {
    for (const key of keys) {
      const [name, times] = typeof key === 'string' ? [key, 1] : key;
      await userEvent.keyboard(`{${name}>${times}/}`);
      this.count += 1;
    }
  }
}

describe('two tasks by keys alone', () => {
  it('draws a 4, finds the kernel that answers most, and reads the sum of one cell, in 25 keys', async () => {
    const session = new FakeSession({}, new Float32Array(784));
    const page = makePage();
    page.style.width = '1312px';
    const network = Object.assign(document.createElement('cnn-network'), { session });
    const pad = Object.assign(document.createElement('cnn-draw-pad'), { session, slot: 'input' });
    network.append(pad);
    page.append(network);
    await settle(network);
    const keys = new Keys();
    while (!pad.shadowRoot!.activeElement?.matches('.pad')) await keys.press('Tab');
    // A bar and an arm, then the stem.
    await keys.press(' ', ['ArrowLeft', 7], ['ArrowUp', 8], ' ', ['ArrowRight', 7], ' ', ['ArrowDown', 17]);
    await settle(pad);
    expect(pad.strokes).toHaveLength(2);
    // The network stands before the pad in the order of focus.
    await userEvent.keyboard('{Shift>}');
    await keys.press('Tab');
    await userEvent.keyboard('{/Shift}');
    expect(network.shadowRoot!.activeElement?.className).toBe('walk');
    await settle(network);
    const heard: number[] = [];
    for (let map = 0; map < 8; map++) {
      if (map > 0) await keys.press('ArrowDown');
      await settle(network);
      heard.push(Number(/= ([\d.]+)/.exec(announced(network))![1]));
    }
    const best = heard.indexOf(Math.max(...heard));
    for (let map = 8; map > best + 1; map--) await keys.press('ArrowUp');
    await keys.press('Enter', 'Enter');
    await settle(network);
    expect(keys.count).toBeLessThanOrEqual(25);

    const { data } = session.tap({ path: 'conv1/output' }).current!;
    const strongest = Array.from({ length: 8 }, (_, map) =>
      Math.max(...data.filter((_each, at) => at % 8 === map)),
    );
    expect(best).toBe(strongest.indexOf(Math.max(...strongest)));
    expect(network.opened).toMatchObject({ layer: 'conv1', unit: best });
    expect(announced(network)).toContain(`= ${written(strongest[best]!, 3)}`);
    // All 25 products and the bias are text, and add up to what is said; factors are written with two digits.
    const terms = [...network.shadowRoot!.querySelectorAll('[part="equation"] span')].map(({ textContent }) =>
      textContent
        .replaceAll('−', '-')
        .replace(/[+()\s]/g, '')
        .split('×')
        .reduce((product, factor) => product * Number(factor), 1),
    );
    expect(terms).toHaveLength(26);
    const sum = terms.reduce((total, term) => total + term, 0);
    expect(Math.abs(sum - strongest[best]!)).toBeLessThan(26 * 0.005);
  });

  it('traces a score back to its pixels in 25 keys', async () => {
    const page = makePage();
    page.style.width = '1312px';
    const dense = await mount('cnn-dense', { data: record, table: true, unit: 4 }, page);
    const keys = new Keys();
    const focused = (): Element | null => dense.shadowRoot!.activeElement;
    while (!focused()?.matches('.class-chip')) await keys.press('Tab');
    for (let unit = 4; unit < 9; unit++) await keys.press('ArrowRight');
    await settle(dense);
    expect(announced(dense)).toContain(
      `the score of 9 = ${written(value('dense2/output', 9), 3)}, the sum of 128 products`,
    );
    const products = [...dense.shadowRoot!.querySelectorAll('.twin tbody tr')].map(({ children }) =>
      Number(children[3]!.textContent.replace('−', '-')),
    );
    const total = products.pop()!;
    expect(products).toHaveLength(129);
    expect(Math.abs(total - value('dense2/output', 9))).toBeLessThan(1e-4);
    expect(Math.abs(products.reduce((sum, product) => sum + product, 0) - total)).toBeLessThan(1e-4);

    while (!focused()?.matches('button.term')) await keys.press('Tab');
    await keys.press('Enter');
    await settle(dense);
    expect(announced(dense)).toMatch(/^dense1, unit \d+/);
    while (!focused()?.matches('button.term')) await keys.press('Tab');
    await keys.press('Enter');
    await settle(dense);
    expect(inside(dense, '[part="cell"]').textContent).toMatch(/pool2, map \d+, cell \[\d, \d\]/);
    expect(dense.shadowRoot!.querySelector('[part="cell"] .edge')).not.toBeNull();
    expect(keys.count).toBeLessThanOrEqual(25);
  });
});

/** Does as it is told, without an engine. */
class ObeyingSession extends FakeSession {
  override async send(command: ModelCommand): Promise<{ step: number }> {
    const reply = await super.send(command);
    const state = this.state.current!;
    if (command.type === 'step')
      this.state.set({ ...state, phase: 'paused', step: state.step + 1, weights: 'training' });
    if (command.type === 'train') this.state.set({ ...state, phase: 'training' });
    if (command.type === 'pause') this.state.set({ ...state, phase: 'paused' });
    return reply;
  }
}
