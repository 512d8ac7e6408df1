/** What a visitor has set in any element comes back from its link. */
import { beforeAll, describe, expect, it } from 'vitest';
import { defineAll } from '../src/define-all.js';
import { decodeState, encodeState, restoreState, stateOf } from '../src/index.js';
import { mount } from './mount.js';
import { seedRecord } from './seed-record.js';
import { inside, settle } from './settle.js';

beforeAll(() => defineAll());
const data = seedRecord();

/** Through the text of a link into an element that was never touched. */
const carried = async (element: HTMLElement, fresh: HTMLElement): Promise<void> => {
  restoreState(fresh as never, decodeState(encodeState(stateOf(element as never))));
  await settle(fresh);
};

describe('the state of an element', () => {
  it.each([
    ['cnn-softmax', { temperature: 2.5 }],
    ['cnn-cell', { layer: 'conv2', unit: 3, row: 4, column: 9 }],
    ['cnn-feature-maps', { layer: 'conv2', unit: 5, scale: 'map' }],
    ['cnn-dense', { layer: 'dense1', unit: 77 }],
    ['cnn-probabilities', { top: 3 }],
    ['cnn-network', { scale: 'shared', opened: { layer: 'conv2', unit: 3, row: 1, column: 2 } }],
  ] as const)('of <%s> comes back: %j', async (tag, properties) => {
    const element = await mount(tag, { data, ...properties } as never);
    const fresh = await mount(tag, { data } as never);
    await carried(element, fresh);
    for (const [name, value] of Object.entries(properties))
      expect((fresh as unknown as Record<string, unknown>)[name]).toEqual(value);
    expect(fresh.shadowRoot!.textContent).toBe(element.shadowRoot!.textContent);
  });
  it('holds a drawing, to the bit', async () => {
    const pad = await mount('cnn-draw-pad', {});
    const box = inside(pad, '.pad').getBoundingClientRect();
    const at = (type: string, x: number, y: number): void => {
      const place = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
      const event = new PointerEvent(type, {
        ...place,
        pointerId: 1,
        button: 0,
        bubbles: true,
        composed: true,
      });
      inside(pad, '.pad').dispatchEvent(event);
    };
    inside(pad, '.pad').setPointerCapture = () => {};
    at('pointerdown', 0.31, 0.17);
    for (let step = 0; step < 60; step++) at('pointermove', 0.31 + step * 0.0071, 0.17 + step * 0.0093);
    at('pointerup', 0.7, 0.7);
    await settle(pad);
    const fresh = await mount('cnn-draw-pad', {});
    await carried(pad, fresh);
    expect(fresh.strokes).toEqual(pad.strokes);
    expect(fresh.value!.data).toEqual(pad.value!.data);
    expect(encodeState(stateOf(pad)).length).toBeLessThan(2048);
  });
  it('says what it leaves out: a picture that was not drawn', async () => {
    const pad = await mount('cnn-draw-pad', {
      value: { shape: [1, 28, 28, 1] as const, data: new Float32Array(784).fill(0.5) },
    });
    expect(stateOf(pad).omitted).toEqual(['image']);
  });
  it('is refused whole where it does not fit, and nothing has changed', async () => {
    const softmax = await mount('cnn-softmax', { data, temperature: 2 });
    const state = stateOf(softmax);
    for (const settings of [{ temperature: 'hot' }, { data: 1 }, { temperature: 3, innerHTML: '<b>' }])
      expect(() => restoreState(softmax, { ...state, settings })).toThrow('state: expected');
    expect(softmax.temperature).toBe(2);
    const network = await mount('cnn-network', { data });
    for (const opened of [
      'conv1',
      { layer: 1, unit: 2 },
      { layer: 'conv1', unit: -1 },
      { layer: 'a', unit: 1, x: 2 },
    ])
      expect(() => restoreState(network, { ...stateOf(network), settings: { opened } })).toThrow('opened');
    expect(network.opened).toBeUndefined();
  });
});
