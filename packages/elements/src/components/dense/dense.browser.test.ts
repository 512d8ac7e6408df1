/** One weighted sum by mouse and keyboard, and the way back from the score to the pixels. */
import type { ActivationRecord } from '@convlens/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Unit } from '../../events/unit-select.js';
import { FakeSession } from '../../../test/fake-session.js';
import { makePage, mount, violations } from '../../../test/mount.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { smallRecord } from '../../../test/small-record.js';
import type { CnnDense } from './dense.js';

beforeAll(() => import('./dense.js'));

const text = (node: Element): string => node.textContent!.replace(/\s+/g, ' ').trim();
const said = (element: CnnDense, selector: string): string => text(inside(element, selector));
/** A number as it is written, with the real minus sign. */
const numberIn = (written: string): number => Number(written.replace('−', '-').replace(/[+,]/g, ''));
const amounts = (element: CnnDense): readonly number[] =>
  [...element.shadowRoot!.querySelectorAll('.terms .amount')].map((node) => numberIn(text(node)));
const total = (element: CnnDense): number => numberIn(said(element, '.total .amount'));

describe('<cnn-dense>', () => {
  it('adds up by hand: 3 × 2 and a bias of 0.5', async () => {
    const element = await mount('cnn-dense', { data: smallRecord, unit: 0 });
    expect(said(element, 'button.term')).toBe('map 0 [0, 0] 3.0000 × 2.0000 +6.0000');
    expect(amounts(element)).toEqual([6, 0.5]);
    expect(said(element, '.total')).toContain('logit');
    expect(total(element)).toBe(6.5);
    expect(said(element, '[part="readout"]')).toBe(
      'the score of no = 6.500, the sum of 1 product and the bias; the largest is +6.0000, from map 0 [0, 0].',
    );
  });

  it('shows terms whose sum is the network’s number, for scores and units', async () => {
    const record = seedRecord();
    const data = (path: string): ArrayLike<number> => record.tensors[path]!.data;
    const element = await mount('cnn-dense', { data: record });
    for (const [layer, unit] of [
      ['dense2', 0],
      ['dense2', 4],
      ['dense1', 117],
      ['dense1', 40],
    ] as const) {
      Object.assign(element, { layer, unit });
      await settle(element);
      const shown = amounts(element).reduce((sum, amount) => sum + amount, 0);
      // Ten terms of four digits, each within half a unit of the last, and a sum of three.
      expect(Math.abs(shown - total(element))).toBeLessThan(10 * 0.00005 + 0.0005);
      const engine = data(`${layer}/output`)[unit]!;
      const expected = layer === 'dense1' ? Math.max(0, total(element)) : total(element);
      expect(Math.abs(expected - engine)).toBeLessThan(0.000501);
      expect(element.shadowRoot!.querySelector('[part="other-moment"]')).toBeNull();
      const sizes = amounts(element).slice(0, 8).map(Math.abs);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
    // Unit 40 is below zero.
    expect(said(element, '[part="activation"]')).toMatch(/^ReLU\(−0\.\d{3}\) = 0\.000, the unit is off$/);
  });

  it('leads from a score to a unit to a cell and its pixels, and back again, by keyboard', async () => {
    const element = await mount('cnn-dense', { data: seedRecord(), unit: 9 });
    const units: (Unit | undefined)[] = [];
    element.addEventListener('cnn-unit-select', ({ unit }) => units.push(unit));
    inside(element, 'button.term').focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await settle(element);
    expect(element.layer).toBe('dense1');
    const { unit } = element;
    expect(said(element, '.path')).toContain('Traced back from the score of 9');
    inside(element, 'button.term').focus();
    await userEvent.keyboard('{Enter}');
    await settle(element);
    const cell = said(element, '[part="cell"]');
    const [, map, row, column] = /pool2, map (\d+), cell \[(\d), (\d)\]/.exec(cell)!.map(Number);
    expect(cell).toContain(`(${row} × 7 + ${column}) × 16 + ${map} = ${(row! * 7 + column!) * 16 + map!}`);
    expect(units).toEqual([
      { layer: 'dense1', unit },
      { layer: 'pool2', unit: map },
    ]);
    await userEvent.keyboard('{Escape}');
    await settle(element);
    expect(element.shadowRoot!.querySelector('[part="cell"]')).toBeNull();
    await userEvent.keyboard('{Escape}');
    await settle(element);
    expect([element.layer, element.unit]).toEqual(['dense2', 9]);
    // The focus is where the way began.
    expect(element.shadowRoot!.activeElement?.getAttribute('data-index')).toBe(String(unit));
  });

  it('chooses a unit by click, by key and from the list, and stays where the page says no', async () => {
    const element = await mount('cnn-dense', { data: seedRecord(), layer: 'dense1', unit: 0 });
    const grid = inside(element, '[part="units"]');
    const box = grid.getBoundingClientRect();
    const columns = Math.round(box.width / 24);
    expect(columns % 4).toBe(0);
    // The third cell of the second row.
    grid.dispatchEvent(
      new MouseEvent('click', { bubbles: true, clientX: box.left + 2.5 * 24, clientY: box.top + 1.5 * 24 }),
    );
    await settle(element);
    expect(element.unit).toBe(columns + 2);
    grid.focus();
    await userEvent.keyboard('{ArrowUp}{ArrowRight}');
    await settle(element);
    expect(element.unit).toBe(3);
    const [layers, units] = [...element.shadowRoot!.querySelectorAll('select')];
    units!.selectedIndex = 77;
    units!.dispatchEvent(new Event('change'));
    await settle(element);
    expect([element.unit, said(element, '.head b')]).toEqual([77, 'The sum behind dense1, unit 77']);
    element.addEventListener('cnn-unit-select', (event) => event.preventDefault());
    layers!.selectedIndex = 1;
    layers!.dispatchEvent(new Event('change'));
    await settle(element);
    expect([element.layer, layers!.selectedIndex, units!.selectedIndex]).toEqual(['dense1', 0, 77]);
  });

  it('chooses a score by its chip, and the list goes along', async () => {
    const element = await mount('cnn-dense', { data: seedRecord(), unit: 3 });
    inside(element, '.class-chip[aria-pressed="true"]').focus();
    await userEvent.keyboard('{ArrowRight}');
    await settle(element);
    expect(element.unit).toBe(4);
    expect(element.shadowRoot!.querySelectorAll('select')[1]!.selectedIndex).toBe(4);
    for (const target of element.shadowRoot!.querySelectorAll('.class-chip, button.term, select'))
      expect(target.getBoundingClientRect().height).toBeGreaterThanOrEqual(32);
  });

  it('says so where weights and numbers are of different steps', async () => {
    const session = new FakeSession();
    const element = await mount('cnn-dense', { session, unit: 3 });
    expect(element.shadowRoot!.querySelector('[part="other-moment"]')).toBeNull();
    const kernel = session.tap({ path: 'dense2/kernel' });
    kernel.set({ ...kernel.current!, data: kernel.current!.data.map((weight) => weight * 1.01) });
    await settle(element);
    expect(said(element, '[part="other-moment"]')).toContain('of an earlier step');
  });

  it('asks a session for the layers that it shows, and for no others', async () => {
    const session = new FakeSession();
    const element = await mount('cnn-dense', { session });
    expect([...session.taps.keys()].sort()).toEqual([
      'dense1/output',
      'dense2/bias',
      'dense2/kernel',
      'dense2/output',
    ]);
    element.layer = 'dense1';
    await settle(element);
    expect(said(element, '.head b')).toContain('dense1, unit');
    const watched = [...session.taps].filter(([, tap]) => tap.listeners.size > 0).map(([path]) => path);
    expect(watched).not.toContain('dense2/kernel');
    expect(watched).toContain('dense1/kernel');
  });

  it('says what is missing or wrong', async () => {
    const record = seedRecord();
    const without = (path: string): ActivationRecord => ({
      ...record,
      tensors: Object.fromEntries(Object.entries(record.tensors).filter(([name]) => name !== path)),
    });
    const badLayer = { ...record.model.layers[0]!, config: { kernelSize: [90, 90], padding: 'valid' } };
    for (const [properties, sentence] of [
      [{ data: without('dense2/kernel') }, 'dense2/kernel is not in this record'],
      [{ data: without('dense1/output') }, 'dense1/output is not in this record'],
      [{ data: record, layer: 'conv1' }, 'a dense layer, dense1, dense2, received “conv1”'],
      [{ data: record, unit: 10 }, 'a unit of dense2 from 0 to 9, received 10'],
      [{ data: { ...record, model: { ...record.model, layers: [] } } }, 'no dense layer'],
      [{ data: { ...record, model: { ...record.model, layers: [badLayer] } } }, 'to hold one window'],
    ] as const) {
      const element = await mount('cnn-dense', properties);
      expect(said(element, '[role="alert"]')).toContain(sentence);
    }
    const session = new FakeSession();
    session.state.set(undefined, 'loading');
    const element = await mount('cnn-dense', { session });
    expect(said(element, '[role="status"]')).toContain('Waiting');
    session.state.set(undefined, 'error', new Error('The worker is gone.'));
    await settle(element);
    expect(said(element, '[role="alert"]')).toContain('The worker is gone.');
  });

  it('has a table of the products, and nothing that axe finds in a narrow dark page', async () => {
    const page = makePage('dark');
    page.style.width = '360px';
    const element = await mount('cnn-dense', { data: smallRecord, unit: 1, table: true }, page);
    const rows = [...element.shadowRoot!.querySelectorAll('.twin tbody tr')];
    // 3 × −1 and no bias.
    expect(rows.map((row) => [...row.children].map(text))).toEqual([
      ['map 0 [0, 0]', '3.000000', '−1.000000', '−3.000000'],
      ['bias', '', '', '0.000000'],
      ['the score of yes', '', '', '−3.00000'],
    ]);
    const seed = await mount('cnn-dense', { data: seedRecord(), layer: 'dense1', unit: 117 }, page);
    inside(seed, 'button.term').click();
    await settle(seed);
    expect(await violations(page)).toEqual([]);
    expect(seed.scrollWidth).toBeLessThanOrEqual(seed.clientWidth);
  });
});
