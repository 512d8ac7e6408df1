import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FakeSession } from '../../../test/fake-session.js';
import { mount } from '../../../test/mount.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { smallRecord } from '../../../test/small-record.js';

beforeAll(() => import('./cell.js'));

const record = seedRecord();
const number = (text: string): number => Number(text.replace('−', '-'));
const titles = (element: Element): readonly string[] =>
  [...element.shadowRoot!.querySelectorAll('.level .name')].map((title) => title.textContent!);

describe('<cnn-cell> forward', () => {
  it('takes the strongest score apart down to a pixel', async () => {
    const element = await mount('cnn-cell', { data: smallRecord });
    expect(titles(element)).toEqual([
      'score of no',
      'flatten [0]',
      'pool1, map 0 [0, 0]',
      'conv1, map 0 [1, 1]',
      'pixel [1, 1]',
    ]);
    expect(inside(element, '[part=readout]').textContent).toContain('is 6.500');
  });
  it('shows every product and the bias of a first-layer cell: added up again they are the engine’s number', async () => {
    const element = await mount('cnn-cell', {
      data: record,
      layer: 'conv1',
      unit: 2,
      row: 12,
      column: 9,
      table: true,
    });
    const rows = [...inside(element, '[part=table]').querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent!),
    );
    const products = rows.filter(([, , , product]) => product !== '' && product !== undefined);
    expect(products).toHaveLength(27);
    const total = products.slice(0, 26).reduce((sum, [, , , product]) => sum + number(product!), 0);
    const engine = record.tensors['conv1/output']!.data[(12 * 28 + 9) * 8 + 2]!;
    expect(Math.abs(Math.max(0, total) - engine)).toBeLessThan(1e-6);
  });
  it('is operated by keys: another product leads to another pixel', async () => {
    const element = await mount('cnn-cell', { data: record, layer: 'conv1', unit: 2, row: 12, column: 9 });
    const before = titles(element).at(-1);
    inside(element, '.pick').focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowUp}');
    await settle(element);
    expect(titles(element).at(-1)).not.toBe(before);
  });
  it('goes through the map that is chosen', async () => {
    const element = await mount('cnn-cell', { data: record, layer: 'conv2', unit: 3, row: 6, column: 6 });
    inside(element, '.thumb:nth-of-type(5)').click();
    await settle(element);
    expect(titles(element)[1]).toMatch(/^pool1, map 4 /);
  });
  it('tells what was chosen, and stays where that is prevented', async () => {
    const element = await mount('cnn-cell', { data: record, layer: 'conv1', unit: 2, row: 12, column: 9 });
    const seen: unknown[] = [];
    const listen = (event: Event): void => {
      seen.push((event as unknown as { unit: unknown }).unit);
      event.preventDefault();
    };
    element.addEventListener('cnn-unit-select', listen);
    inside(element, '[aria-label^="More map"]').click();
    await settle(element);
    expect(seen).toEqual([{ layer: 'conv1', unit: 3, row: 12, column: 9 }]);
    expect(titles(element)[0]).toBe('conv1, map 2 [12, 9]');
  });
  it('says where there is no such cell, and where the recording ends', async () => {
    const element = await mount('cnn-cell', { data: record, layer: 'conv1', unit: 99 });
    expect(inside(element, '[role=alert]').textContent).toContain('conv1');
    const { 'dense2/kernel': _kernel, ...tensors } = record.tensors;
    const cut = await mount('cnn-cell', { data: { ...record, tensors } });
    expect(cut.shadowRoot!.textContent).toContain('not in this recording');
  });
});

describe('<cnn-cell> backward', () => {
  it('asks for one step where none has been made', async () => {
    const session = new FakeSession();
    const element = await mount('cnn-cell', { session, layer: 'conv1', direction: 'backward' });
    inside(element, '[part=step]').click();
    expect(session.commands).toEqual([{ type: 'step' }]);
  });
  it('says that a pooling learns nothing, and that a recording has no gradients', async () => {
    const element = await mount('cnn-cell', {
      session: new FakeSession(),
      layer: 'pool1',
      direction: 'backward',
    });
    expect(element.shadowRoot!.textContent).toContain('pool1 has no weights');
    const recorded = await mount('cnn-cell', { data: record, direction: 'backward' });
    expect(recorded.shadowRoot!.textContent).toContain('no gradients');
  });
});
