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
  it.each([
    ['AveragePooling2D', 'mean', 4.5],
    ['MaxPooling2D', 'max', 6],
  ] as const)('leaves the padding out of what it prints of a %s', async (className, name, value) => {
    // Of [1 2 3; 4 5 6; 7 8 9] the window at the right edge holds 3 and 6, and two places of padding.
    const config = { poolSize: [2, 2], strides: [2, 2], padding: 'same' };
    const shapes = { inputShape: [3, 3, 1], outputShape: [2, 2, 1] };
    const pool = { ...smallRecord.model.layers[1]!, className, config, ...shapes };
    const output = { shape: [1, 2, 2, 1], data: Float32Array.of(0, value, 0, 0) };
    const data = {
      ...smallRecord,
      model: { ...smallRecord.model, layers: [pool] },
      tensors: { input: smallRecord.tensors['input']!, 'pool1/output': output },
    };
    const element = await mount('cnn-cell', { data, layer: 'pool1', unit: 0, row: 0, column: 1 });
    const text = inside(element, '.equation').textContent!.replace(/\s+/g, ' ').trim();
    expect(text).toBe(`${name}(3.000, 6.000) = ${value.toFixed(3)}`);
    const cells = [...element.shadowRoot!.querySelectorAll('.level .numbers span')];
    expect(cells.map((cell) => cell.textContent)).toEqual(['3', '6']);
    expect(titles(element).at(-1)).toBe('pixel [1, 2]');
  });
  it('says that nothing is chosen from where a window lies wholly in the padding', async () => {
    const config = { poolSize: [1, 1], strides: [2, 2], padding: [1, 1] };
    const shapes = { inputShape: [3, 3, 1], outputShape: [3, 3, 1] };
    const pool = { ...smallRecord.model.layers[1]!, config, ...shapes };
    const output = { shape: [1, 3, 3, 1], data: new Float32Array(9).fill(-Infinity).fill(5, 4, 5) };
    const data = {
      ...smallRecord,
      model: { ...smallRecord.model, layers: [pool] },
      tensors: { input: smallRecord.tensors['input']!, 'pool1/output': output },
    };
    const element = await mount('cnn-cell', { data, layer: 'pool1', unit: 0, row: 0, column: 0 });
    const text = element.shadowRoot!.textContent!;
    expect(text).toContain('wholly in the padding');
    expect(text).not.toContain('not in this recording');
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
