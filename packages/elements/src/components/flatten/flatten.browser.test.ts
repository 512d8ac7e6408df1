/** From a number to its cell and back, by mouse and keyboard; and a score as the sum of its cells. */
import type { ActivationRecord } from '@convlens/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Unit } from '../../events/unit-select.js';
import { FakeSession } from '../../../test/fake-session.js';
import { makePage, mount, violations } from '../../../test/mount.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { smallRecord } from '../../../test/small-record.js';
import type { CnnFlatten } from './flatten.js';

beforeAll(() => import('./flatten.js'));

const text = (node: Element): string => node.textContent!.replace(/\s+/g, ' ').trim();
const said = (element: CnnFlatten, selector: string): string => text(inside(element, selector));
/** A number as it is written, with the real minus sign. */
const numberIn = (written: string): number => Number(written.replace('−', '-').replace(/[+,]/g, ''));

/** A page as wide as a lecture hall's, so that the figures stand side by side. */
async function seed(properties: Partial<CnnFlatten> = {}): Promise<CnnFlatten> {
  const page = makePage();
  page.style.width = '1440px';
  return mount('cnn-flatten', { data: seedRecord(), ...properties }, page);
}

/** A pointer over the middle of the cell of a map; maps stand in rows of eight, with 12 pixels between them. */
function overCell(
  element: CnnFlatten,
  part: 'maps' | 'parts',
  [map, row, column]: readonly [number, number, number],
  type: string,
): void {
  const sheet = inside(element, `[part="${part}"]`);
  const box = sheet.querySelector('canvas')!.getBoundingClientRect();
  // 8 maps of 7 cells, 7 gaps, a margin of 3 on either side.
  const cell = (box.width - 6 - 7 * 12) / 56;
  const x = 3 + (map % 8) * (7 * cell + 12) + (column + 0.5) * cell;
  const y = 3 + Math.floor(map / 8) * (7 * cell + 12) + (row + 0.5) * cell;
  sheet.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      clientX: box.left + x,
      clientY: box.top + y,
      pointerType: 'mouse',
    }),
  );
}

describe('<cnn-flatten>', () => {
  it('adds up by hand: 3 × 2 and a bias of 0.5', async () => {
    const element = await mount('cnn-flatten', { data: smallRecord, unit: 0 });
    expect(said(element, '[part="readout"]')).toBe(
      'Number 0 of 1 is 3.000, from pool1, map 0, cell [0, 0]. It puts +6.0000 into the score of no, which is 6.500.',
    );
    expect(said(element, '.total')).toContain('+6.500');
    expect(said(element, '.bias')).toContain('+0.5000');
  });

  it('shows of a number the formula, the cell and the pixels that can reach it', async () => {
    const element = await seed({ unit: 5, number: 291 });
    expect(said(element, '[part="index"]')).toBe(
      'number = (row × 7 + column) × 16 + map = (2 × 7 + 4) × 16 + 3 = 291',
    );
    expect(said(element, '[part="readout"]')).toContain('from pool2, map 3, cell [2, 4]');
    // Cell [6, 0] of pool2 sees rows 18 to 27 and columns 0 to 9 of the input: (6 · 7 + 0) · 16 = 672.
    element.number = 672;
    await settle(element);
    expect(inside(element, '[part="input"] .edge').getAttribute('d')).toBe('M0 18V28H10V18Z');
    expect(said(element, '[part="input"] p')).toBe('the 10 × 10 pixels that can reach the cell');
  });

  it('goes from a cell of either sheet to its number, and from a number to its cell', async () => {
    const element = await seed();
    overCell(element, 'maps', [3, 2, 4], 'pointermove');
    await settle(element);
    expect(said(element, '[part="index"]')).toContain('= 291');
    // Map 14 stands in the second row: (4 · 7 + 3) · 16 + 14 = 510.
    overCell(element, 'parts', [14, 4, 3], 'pointermove');
    await settle(element);
    expect(said(element, '[part="index"]')).toContain('= 510');
    const vector = inside(element, '[part="vector"]');
    const box = vector.getBoundingClientRect();
    // One line a row of the maps: number 291 is line 2, column 291 − 224 = 67 of 112.
    const at = { clientX: box.left + (67.5 / 112) * box.width, clientY: box.top + (2.5 / 7) * box.height };
    vector.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', ...at }));
    await settle(element);
    expect(said(element, '[part="readout"]')).toContain('map 3, cell [2, 4]');
    vector.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await settle(element);
    expect(said(element, '[part="readout"]')).not.toContain('map 3, cell [2, 4]');
  });

  it('keeps what is clicked, says so to the page, and lets go by Escape', async () => {
    const element = await seed({ unit: 5 });
    const units: (Unit | undefined)[] = [];
    element.addEventListener('cnn-unit-select', ({ unit }) => units.push(unit));
    overCell(element, 'maps', [3, 2, 4], 'click');
    await settle(element);
    expect([element.number, units]).toEqual([291, [{ layer: 'pool2', unit: 3 }]]);
    inside(element, '[part="maps"]').focus();
    await userEvent.keyboard('{Escape}');
    await settle(element);
    expect(element.number).toBeUndefined();
  });

  it('walks by arrow keys: to the next cell in a map, to the next map in the row', async () => {
    const element = await seed({ number: 291 });
    inside(element, '[part="maps"]').focus();
    // Two keys in one frame are two steps: row 3, column 5.
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await settle(element);
    expect(said(element, '[part="readout"]')).toContain('map 3, cell [3, 5]');
    inside(element, '[part="vector"]').focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await settle(element);
    expect(said(element, '[part="readout"]')).toContain('map 4, cell [3, 5]');
    // (3 · 7 + 5) · 16 + 4
    expect(element.number).toBe(420);
  });

  it('takes a typed number, and refuses what is none of the row', async () => {
    const element = await seed();
    const field = inside(element, '[part="index"] input') as HTMLInputElement;
    field.value = '783';
    field.dispatchEvent(new Event('change'));
    await settle(element);
    expect(said(element, '[part="readout"]')).toContain('map 15, cell [6, 6]');
    field.value = '784';
    field.dispatchEvent(new Event('change'));
    await settle(element);
    expect([element.number, field.getAttribute('aria-invalid')]).toEqual([783, 'true']);
    expect(said(element, '[role="alert"]')).toContain('a whole number from 0 to 783, received “784”');
  });

  it('shows a score as the sum of its cells and biases, which is the network’s number', async () => {
    const record = seedRecord();
    const element = await seed();
    for (let unit = 0; unit < 10; unit++) {
      element.unit = unit;
      await settle(element);
      const shown = [...element.shadowRoot!.querySelectorAll('.terms .amount')].map((node) =>
        numberIn(text(node)),
      );
      // Six cells, the others and the biases.
      expect(shown).toHaveLength(8);
      const total = numberIn(said(element, '.total .amount'));
      // Eight terms of four digits, each within half a unit of the last, and a sum of three.
      expect(Math.abs(shown.reduce((sum, amount) => sum + amount, 0) - total)).toBeLessThan(0.0004 + 0.0005);
      expect(Math.abs(total - record.tensors['dense2/output']!.data[unit]!)).toBeLessThan(0.000501);
      expect(element.shadowRoot!.querySelector('[part="other-moment"]')).toBeNull();
    }
    const on = Array.from(record.tensors['dense1/output']!.data).filter((value) => value > 0).length;
    expect(said(element, '.about')).toContain(`${on} of 128 units of dense1 are on, above zero.`);
  });

  it('paints what takes blue and what adds orange, the largest at the end of the scale', async () => {
    const element = await seed({ unit: 9, number: 0 });
    // Computed here: which cell puts in most.
    const { tensors } = seedRecord();
    const data = (path: string): ArrayLike<number> => tensors[path]!.data;
    const amount = (cell: number): number => {
      let sum = 0;
      for (let unit = 0; unit < 128; unit++)
        if (data('dense1/output')[unit]! > 0)
          sum += data('dense1/kernel')[cell * 128 + unit]! * data('dense2/kernel')[unit * 10 + 9]!;
      return sum * data('flatten/output')[cell]!;
    };
    const amounts = Array.from({ length: 784 }, (_, cell) => amount(cell));
    const strongest = amounts.reduce(
      (best, value, cell) => (Math.abs(value) > Math.abs(amounts[best]!) ? cell : best),
      0,
    );
    expect(amounts[strongest]).toBeLessThan(0);
    const canvas = inside(element, '[data-sheet="parts"]') as HTMLCanvasElement;
    const ratio = canvas.width / canvas.getBoundingClientRect().width;
    const cell = (canvas.getBoundingClientRect().width - 6 - 7 * 12) / 56;
    const [map, place] = [strongest % 16, Math.floor(strongest / 16)];
    const x = 3 + (map % 8) * (7 * cell + 12) + ((place % 7) + 0.5) * cell;
    const y = 3 + Math.floor(map / 8) * (7 * cell + 12) + (Math.floor(place / 7) + 0.5) * cell;
    const [red, green, blue] = canvas.getContext('2d')!.getImageData(x * ratio, y * ratio, 1, 1).data;
    // The light theme's token neg-5.
    expect([red, green, blue]).toEqual([0x0c, 0x2f, 0x68]);
  });

  it('follows the score that is chosen by key', async () => {
    const element = await seed({ unit: 3 });
    inside(element, '.class-chip[aria-pressed="true"]').focus();
    await userEvent.keyboard('{ArrowRight}');
    await settle(element);
    expect(element.unit).toBe(4);
    expect(said(element, '[part="readout"]')).toContain('into the score of 4');
    for (const target of element.shadowRoot!.querySelectorAll('.class-chip, button.term, .index input'))
      expect(target.getBoundingClientRect().height).toBeGreaterThanOrEqual(32);
  });

  it('watches a session, and says so where weights are of another step', async () => {
    const session = new FakeSession();
    const element = await seed({ data: undefined, session, unit: 3 } as Partial<CnnFlatten>);
    expect(element.shadowRoot!.querySelector('[part="other-moment"]')).toBeNull();
    const kernel = session.tap({ path: 'dense1/kernel' });
    kernel.set({ ...kernel.current!, data: kernel.current!.data.map((weight) => weight * 1.01) });
    await settle(element);
    expect(said(element, '[part="other-moment"]')).toContain('of an earlier step');
  });

  it('says what is missing, wrong, or cannot be split', async () => {
    const record = seedRecord();
    const without = (path: string): ActivationRecord => ({
      ...record,
      tensors: Object.fromEntries(Object.entries(record.tensors).filter(([name]) => name !== path)),
    });
    const tanh = record.model.layers.map((layer) =>
      layer.name === 'dense1' ? { ...layer, config: { ...layer.config, activation: 'tanh' } } : layer,
    );
    for (const [properties, place, sentence] of [
      [{ data: without('flatten/output') }, '[role="alert"]', 'flatten/output is not in this record'],
      [{ data: without('dense1/kernel') }, '[part="blocked"]', 'dense1/kernel is not in this record'],
      [{ data: { ...record, model: { ...record.model, layers: tanh } } }, '[part="blocked"]', 'dense1 bends'],
      [{ data: record, layer: 'pool2' }, '[role="alert"]', 'a flatten layer, received “pool2”'],
      [{ data: record, unit: 10 }, '[role="alert"]', 'a unit of dense2 from 0 to 9, received 10'],
      [
        { data: { ...record, model: { ...record.model, layers: record.model.layers.slice(0, 4) } } },
        '[role="alert"]',
        'flattens nothing',
      ],
      [
        { data: { ...record, model: { ...record.model, layers: record.model.layers.slice(0, 5) } } },
        '[part="base"]',
        'No dense layer follows',
      ],
    ] as const) {
      const element = await mount('cnn-flatten', properties);
      expect(said(element, place)).toContain(sentence);
    }
    const session = new FakeSession();
    session.state.set(undefined, 'loading');
    const element = await mount('cnn-flatten', { session });
    expect(said(element, '[role="status"]')).toContain('Waiting');
    session.state.set(undefined, 'error', new Error('The worker is gone.'));
    await settle(element);
    expect(said(element, '[role="alert"]')).toContain('The worker is gone.');
  });

  it('has a table of the numbers, and nothing that axe finds in a narrow dark page', async () => {
    const page = makePage('dark');
    page.style.width = '360px';
    const element = await mount('cnn-flatten', { data: smallRecord, unit: 1, table: true }, page);
    const rows = [...element.shadowRoot!.querySelectorAll('.twin tbody tr')];
    expect(rows.map((row) => [...row.children].map(text))).toEqual([
      ['0', '0', '0', '0', '3.000000', '−3.000000'],
      ['biases', '', '', '', '', '0.000000'],
      ['the score of yes', '', '', '', '', '−3.00000'],
    ]);
    const wide = await mount('cnn-flatten', { data: seedRecord() }, page);
    expect(await violations(page)).toEqual([]);
    expect(wide.scrollWidth).toBeLessThanOrEqual(wide.clientWidth);
  });
});
