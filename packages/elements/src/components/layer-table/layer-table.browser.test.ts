/** The table by mouse and by keys; its numbers are those of the published network. */
import type { ModelSummary } from '@convlens/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FakeSession } from '../../../test/fake-session.js';
import { makePage, mount, violations } from '../../../test/mount.js';
import { inside, settle } from '../../../test/settle.js';
import { seedRecord, seedSummary } from '../../../test/seed-record.js';
import type { Unit } from '../../events/unit-select.js';
import type { CnnLayerTable } from './layer-table.js';

beforeAll(() => import('./layer-table.js'));

const cells = (element: CnnLayerTable, row: string): readonly string[] =>
  [...element.shadowRoot!.querySelectorAll(`${row} > *`)].map(({ textContent }) => textContent.trim());

describe('<cnn-layer-table>', () => {
  it('has one row a layer, and totals', async () => {
    const element = await mount('cnn-layer-table', { data: seedSummary });
    expect(element.shadowRoot!.querySelectorAll('tbody tr')).toHaveLength(7);
    expect(cells(element, 'tbody tr:nth-child(3)')).toEqual([
      'conv2',
      'Conv2D',
      '16 filters, 5 × 5 kernel, same padding, ReLU',
      '14 × 14 × 16',
      '3,216',
      '3.1\u00A0%',
      '627,200',
      '14 × 14',
    ]);
    expect(cells(element, 'tfoot tr').filter((text) => text !== '')).toEqual(['total', '105,194', '885,632']);
    // 100,480 of 105,194.
    const bar = inside(element, 'tbody tr:nth-child(6) rect');
    expect(Number(bar.getAttribute('width'))).toBeCloseTo(0.95519, 5);
  });

  it('tells which layer is chosen, and that it is let go of', async () => {
    const element = await mount('cnn-layer-table', { data: seedRecord() });
    const units: (Unit | undefined)[] = [];
    element.addEventListener('cnn-unit-select', ({ unit }) => units.push(unit));
    inside(element, 'tbody tr:nth-child(3) td').click();
    await settle(element);
    expect(element.selected).toBe('conv2');
    expect(inside(element, 'tbody tr:nth-child(3) .name').getAttribute('aria-pressed')).toBe('true');
    expect(inside(element, '[part="readout"]').textContent.trim()).toBe(
      'conv2: 3,216 of 105,194 parameters (3.1\u00A0%), 627,200 multiplications an image. One number sees 14 × 14 of the input.',
    );
    inside(element, 'tbody tr:nth-child(3) .name').click();
    expect(units).toEqual([{ layer: 'conv2', unit: 0 }, undefined]);
    expect(element.selected).toBeUndefined();
  });

  it('asks before it marks a layer', async () => {
    const element = await mount('cnn-layer-table', { data: seedSummary });
    element.addEventListener('cnn-unit-select', (event) => event.preventDefault());
    inside(element, '.name').click();
    expect(element.selected).toBeUndefined();
  });

  it('is one stop for the tab key, and arrows go from layer to layer', async () => {
    const element = await mount('cnn-layer-table', { data: seedSummary });
    const focused = (): string => element.shadowRoot!.activeElement!.textContent.trim();
    inside(element, '.name').focus();
    for (const [key, name] of [
      ['ArrowDown', 'pool1'],
      ['End', 'dense2'],
      ['ArrowDown', 'dense2'],
      ['ArrowUp', 'dense1'],
      ['Home', 'conv1'],
    ] as const) {
      await userEvent.keyboard(`{${key}}`);
      await settle(element);
      expect(focused()).toBe(name);
    }
    await userEvent.keyboard('{Enter}');
    expect(element.selected).toBe('conv1');
    expect(element.shadowRoot!.querySelectorAll('.name[tabindex="0"]')).toHaveLength(1);
  });

  it('scrolls inside at 360 px, with the names in sight, and a name is large enough to hit', async () => {
    const page = makePage();
    page.style.width = '328px';
    const element = await mount('cnn-layer-table', { data: seedSummary }, page);
    const frame = inside(element, '.frame');
    expect(frame.scrollWidth).toBeGreaterThan(frame.clientWidth);
    expect(element.scrollWidth).toBeLessThanOrEqual(328);
    frame.scrollLeft = 400;
    const name = inside(element, '.name').getBoundingClientRect();
    expect(name.left).toBeGreaterThanOrEqual(frame.getBoundingClientRect().left);
    expect([name.width >= 32, name.height >= 32]).toEqual([true, true]);
    expect(await violations(page)).toEqual([]);
  });

  it('writes height first on a page that is read from right to left, too', async () => {
    const page = makePage();
    page.dir = 'rtl';
    const element = await mount('cnn-layer-table', { data: seedSummary }, page);
    const cell = inside(element, 'tbody tr:nth-child(3) td:nth-child(4)');
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && !walker.currentNode.textContent!.includes('×'));
    const leftOf = (start: number): number => {
      const range = document.createRange();
      range.setStart(walker.currentNode, start);
      range.setEnd(walker.currentNode, start + 2);
      return range.getBoundingClientRect().left;
    };
    // 14 × 14 × 16: the 16 begins at the tenth letter.
    expect(leftOf(0)).toBeLessThan(leftOf(10));
  });

  it('follows a session, and waits where it has no model yet', async () => {
    const session = new FakeSession();
    const { current } = session.state;
    session.state.set(undefined, 'loading');
    const element = await mount('cnn-layer-table', { session });
    expect(inside(element, '[role="status"]').textContent).toContain('Waiting');
    session.state.set(current);
    await settle(element);
    expect(element.shadowRoot!.querySelectorAll('tbody tr')).toHaveLength(7);
  });

  it('says what is wrong with data that is no summary', async () => {
    const page = makePage();
    const data = { layers: [{ name: 'conv1' }], inputShape: [1] } as unknown as ModelSummary;
    const element = await mount('cnn-layer-table', { data }, page);
    expect(inside(element, '[role="alert"]').textContent).toContain(
      'expected data to be a ModelSummary or an ActivationRecord, received a layer (number 1) without name',
    );
    element.data = { ...seedSummary, layers: [] };
    await settle(element);
    expect(inside(element, '[role="status"]').textContent).toBe('This network has no layers yet.');
  });

  it('draws on where counts are no numbers, and says that the totals disagree', async () => {
    const page = makePage();
    const layers = seedSummary.layers.map((layer) => ({ ...layer, parameterCount: NaN, macs: Infinity }));
    const element = await mount('cnn-layer-table', { data: { ...seedSummary, layers } }, page);
    expect(cells(element, 'tbody tr')).toContain('NaN');
    expect(inside(element, '.problem').textContent).toContain('the summary says 105,194');
    expect(await violations(page)).toEqual([]);
  });
});
