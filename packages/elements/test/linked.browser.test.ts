/** Views of one host show what one of them points at. */
import { ContextProvider } from '@lit/context';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CnnCell } from '../src/components/cell/cell.component.js';
import { selectionContext } from '../src/context.js';
import { defineAll } from '../src/define-all.js';
import { Selection } from '../src/selection.js';
import { makePage, mount } from './mount.js';
import { seedRecord } from './seed-record.js';
import { inside, settle } from './settle.js';

beforeAll(() => defineAll());

async function linkedPage() {
  const page = makePage();
  page.style.width = '1312px';
  const selection = new Selection();
  new ContextProvider(page, { context: selectionContext, initialValue: selection });
  const data = seedRecord();
  const network = await mount('cnn-network', { data }, page);
  const maps = await mount('cnn-feature-maps', { data, layer: 'conv2' }, page);
  const kernels = await mount('cnn-kernels', { data, layer: 'conv2' }, page);
  const cell: CnnCell = await mount('cnn-cell', { data, follow: true }, page);
  return { selection, network, maps, kernels, cell };
}
const over = (element: Element, type: string): void =>
  void element.dispatchEvent(new PointerEvent(type, { bubbles: false, pointerType: 'mouse' }));

describe('linked views', () => {
  it('show a map that one of them points at, and let go of it', async () => {
    const { network, maps, cell } = await linkedPage();
    const rest = inside(network, '[part=readout]').textContent;
    const target = inside(maps, 'button[data-unit="5"]');
    over(target, 'pointerenter');
    await settle(network);
    await settle(cell);
    expect(inside(network, '[part=readout]').textContent).toContain('conv2, map 5');
    expect(inside(cell, '.level .name').textContent).toMatch(/^conv2, map 5 /);
    over(target, 'pointerleave');
    await settle(network);
    await settle(cell);
    expect(inside(network, '[part=readout]').textContent).toBe(rest);
    expect(inside(cell, '.level .name').textContent).toMatch(/^score of /);
  });
  it('do so for keys as for a mouse, to the cell', async () => {
    const { selection, network, maps, cell } = await linkedPage();
    const walk = inside(network, '.walk');
    walk.focus();
    for (const key of ['Escape', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
      walk.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
      await settle(network);
    }
    const { layer, unit, row, column } = selection.current!;
    expect(layer).toBe('conv2');
    await settle(maps);
    await settle(cell);
    expect(inside(maps, '.linked').dataset['unit']).toBe(String(unit));
    expect(inside(cell, '.level .name').textContent).toBe(`conv2, map ${unit} [${row}, ${column}]`);
  });
  it('are not subscribed any more when they are gone', async () => {
    const { selection, network, maps, kernels, cell } = await linkedPage();
    for (const element of [network, maps, kernels, cell]) element.remove();
    const before = network.renderCount;
    selection.point({ layer: 'conv1', unit: 1 });
    await settle(maps);
    expect(network.renderCount).toBe(before);
  });
});
