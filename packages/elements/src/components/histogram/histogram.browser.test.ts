/** The bars by mouse and by keys; what is said of them can be counted by hand. */
import type { ActivationRecord } from '@convlens/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FakeSession } from '../../../test/fake-session.js';
import { makePage, mount, violations } from '../../../test/mount.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import type { CnnHistogram } from './histogram.js';

beforeAll(() => import('./histogram.js'));

/** Four bins of 0.5 on each side. */
const values = [-2, -1.9, 0, 0, 0.6, 2, NaN, Infinity];
const said = (element: CnnHistogram): string => inside(element, '[part="readout"]').textContent.trim();
const facts = (element: CnnHistogram): readonly string[] =>
  [...element.shadowRoot!.querySelectorAll('dd')].map(({ textContent }) => textContent);

function point(element: CnnHistogram, share: number, type = 'pointermove', pointerType = 'mouse'): void {
  const target = inside(element, '.plot');
  const { left, top, width } = target.getBoundingClientRect();
  const at = { clientX: left + share * width, clientY: top + 10 };
  target.dispatchEvent(new PointerEvent(type, { ...at, bubbles: true, composed: true, pointerType }));
}

describe('<cnn-histogram>', () => {
  it('says its statistics, and what is not in the bars', async () => {
    const element = await mount('cnn-histogram', { values });
    // (−2 − 1.9 + 0.6 + 2) / 6 = −0.2167; (4 + 3.61 + 0.36 + 4) / 6 − 0.2167² = 1.9481, whose root is 1.3957.
    expect(facts(element)).toEqual(['8', '−0.217', '1.396', '−2.000 … 2.000', '25\u00A0%']);
    expect(inside(element, '.problem').textContent.trim()).toBe(
      'Not in the bars: 1 that are no numbers (NaN), 1 infinite.',
    );
  });

  it('has the colour of each side, and ink for what is exactly 0', async () => {
    const element = await mount('cnn-histogram', { values, theme: 'light' });
    const fill = (side: string): string => getComputedStyle(inside(element, `rect.${side}`)).fill;
    expect([fill('negative'), fill('zero'), fill('positive')]).toEqual([
      'rgb(74, 136, 211)',
      'rgb(133, 136, 143)',
      'rgb(217, 116, 28)',
    ]);
  });

  it('gives gradients the colours of gradients', async () => {
    const data: ActivationRecord = {
      ...seedRecord(),
      tensors: { 'conv1/gradient': { shape: [2], data: [-1, 1] } },
    };
    const element = await mount('cnn-histogram', { data, path: 'conv1/gradient', theme: 'light' });
    expect(getComputedStyle(inside(element, 'rect.positive')).fill).toBe('rgb(210, 84, 166)');
  });

  it('follows the mouse and the finger', async () => {
    const element = await mount('cnn-histogram', { values });
    point(element, 0.01);
    await settle(element);
    expect(said(element)).toBe('−2.0 to −1.5: 2 (25\u00A0%)');
    point(element, 0.5, 'pointerdown', 'touch');
    await settle(element);
    expect(said(element)).toBe('exactly 0: 2 (25\u00A0%)');
    point(element, 0.5, 'pointerleave', 'touch');
    await settle(element);
    expect(said(element)).toContain('exactly 0');
    point(element, 0.5, 'pointerleave');
    await settle(element);
    expect(said(element)).toContain('Point at a bar');
  });

  it('is walked by keys, and says each bar as its value', async () => {
    const element = await mount('cnn-histogram', { values });
    const plot = inside(element, '.plot');
    plot.focus();
    for (const [key, expected] of [
      ['ArrowRight', '−2.0 to −1.5: 2'],
      ['ArrowRight', '−1.5 to −1.0: 0'],
      ['End', '1.5 to 2.0: 1'],
      ['ArrowRight', '1.5 to 2.0: 1'],
      ['ArrowLeft', '1.0 to 1.5: 0'],
      ['Home', '−2.0 to −1.5: 2'],
    ] as const) {
      await userEvent.keyboard(`{${key}}`);
      await settle(element);
      expect(plot.getAttribute('aria-valuetext')).toContain(expected);
    }
    await userEvent.keyboard('{Escape}');
    await settle(element);
    expect(said(element)).toContain('Point at a bar');
  });

  it('shows rare values beside frequent ones on a logarithmic scale', async () => {
    const element = await mount('cnn-histogram', { values: [...Array<number>(999).fill(1), -1] });
    const rare = (): number => Number(inside(element, 'rect.negative').getAttribute('height'));
    expect(rare()).toBe(1);
    inside(element, 'input').click();
    await settle(element);
    expect(element.log).toBe(true);
    // log 2 / log 1000 = 10.03 %.
    expect(rare()).toBeCloseTo(10.03, 1);
  });

  it('reads a tensor of a record, and the first weight where none is named', async () => {
    const data = seedRecord();
    const element = await mount('cnn-histogram', { data });
    expect(inside(element, 'b').textContent).toBe('Values of conv1/filter');
    expect(facts(element)[0]).toBe('200');
    element.path = 'dense1/kernel';
    await settle(element);
    expect(facts(element)[0]).toBe('100,352');
  });

  it('follows a tap, subscribes to nothing else, and asks for weights as seldom as all do', async () => {
    const session = new FakeSession();
    const requests: unknown[] = [];
    const { tap } = session;
    session.tap = (request) => (requests.push(request), tap.call(session, request));
    const element = await mount('cnn-histogram', { session, path: 'conv1/bias' });
    expect(requests).toEqual([{ path: 'conv1/bias', every: 4 }]);
    expect(session.subscriptions).toBe(2);
    const source = session.taps.get('conv1/bias')!;
    source.set({ ...source.current!, data: Float32Array.of(3, 3, 3) });
    await settle(element);
    expect(facts(element)[0]).toBe('3');
    element.values = [1];
    await settle(element);
    expect(session.subscriptions).toBe(0);
  });

  it('has a table with the same counts', async () => {
    const element = await mount('cnn-histogram', { values, table: true });
    const rows = [...element.shadowRoot!.querySelectorAll('[part="table"] tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(rows[0]).toEqual(['−2.0 to −1.5', '2', '25\u00A0%']);
    expect(rows[4]).toEqual(['exactly 0', '2', '25\u00A0%']);
    expect(rows.at(-2)).toEqual(['NaN', '1', '13\u00A0%']);
    expect(rows).toHaveLength(11);
  });

  it('says what is wrong, and what to do', async () => {
    const page = makePage();
    const session = new FakeSession();
    const element = await mount('cnn-histogram', { session, path: 'conv9/filter' }, page);
    const text = (): string => inside(element, '[part="base"]').textContent;
    expect(text()).toContain("expected path to name a tensor of this network, received 'conv9/filter'");
    expect(text()).toContain('conv2/filter');
    element.values = 'many' as unknown as number[];
    await settle(element);
    expect(text()).toContain('expected values to be a list of numbers, received a string');
    element.values = [];
    await settle(element);
    expect(text()).toContain('the tensor is empty');
    element.values = new Float32Array(9).fill(NaN);
    await settle(element);
    expect(text()).toContain('None of the 9 values is a finite number.');
    element.values = undefined;
    element.path = 'conv1/gradient';
    await settle(element);
    expect(text()).toContain('Waiting');
    session.taps.get('conv1/gradient')!.set(undefined, 'error', new Error('No gradient yet.'));
    await settle(element);
    expect(text()).toContain('No gradient yet.');
    expect(await violations(page)).toEqual([]);
  });

  it('fits 360 px', async () => {
    const page = makePage();
    page.style.width = '328px';
    const element = await mount('cnn-histogram', { values, log: true }, page);
    expect(element.scrollWidth).toBeLessThanOrEqual(328);
    expect(inside(element, 'label').getBoundingClientRect().height).toBeGreaterThanOrEqual(32);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in the %s theme', async (theme) => {
    const page = makePage(theme);
    await mount('cnn-histogram', { values, table: true }, page);
    expect(await violations(page)).toEqual([]);
  });
});
