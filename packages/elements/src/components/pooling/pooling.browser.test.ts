/// <reference types="@vitest/browser-playwright" />
/** The lab by mouse, finger and keyboard: every number that is said is one that can be worked out by hand. */
import type { ImageBatch } from '@convlens/types';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { FakeSession } from '../../../test/fake-session.js';
import { makePage, mount, violations } from '../../../test/mount.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import type { CnnPooling } from './pooling.js';

beforeAll(() => import('./pooling.js'));

/** Four windows: 3 and 4; four ones; nothing; 2, −2, 4 and 1. */
const image: ImageBatch = {
  shape: [1, 4, 4, 1],
  data: Float32Array.of(3, 0, 1, 1, 4, 0, 1, 1, 0, 0, 2, -2, 0, 0, 4, 1),
};

const lab = (properties: Partial<CnnPooling> = {}): Promise<CnnPooling> =>
  mount('cnn-pooling', { image, ...properties });
const textOf = (element: CnnPooling, selector: string): string =>
  inside(element, selector).textContent!.replace(/\s+/g, ' ').trim();
const said = (element: CnnPooling): string => textOf(element, '[part="readout"]');
const canvasOf = (element: CnnPooling, way: string, place: 'input' | 'output'): HTMLCanvasElement =>
  inside(element, `[data-way="${way}"] [data-map="${place}"]`) as HTMLCanvasElement;
/** The figures of a column by their labels. */
const figures = (element: CnnPooling, way: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...element.shadowRoot!.querySelectorAll(`[data-way="${way}"] .figures div`)].map((row) => [
      row.querySelector('dt')!.textContent.trim(),
      row.querySelector('dd .num')!.textContent,
    ]),
  );

/** A pointer over one map, by its share of width and height. */
function point(canvas: HTMLCanvasElement, x: number, y: number, type: string, pointer = 'mouse'): void {
  const box = canvas.getBoundingClientRect();
  const at = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
  canvas.dispatchEvent(
    new PointerEvent(type, { ...at, bubbles: true, composed: true, pointerType: pointer }),
  );
}

/** The colour in the middle of a cell, as it is drawn. */
function colourAt(canvas: HTMLCanvasElement, row: number, column: number, cells: number): readonly number[] {
  const size = canvas.width / cells;
  const place = [(column + 0.5) * size, (row + 0.25) * size] as const;
  const { data } = canvas.getContext('2d')!.getImageData(Math.round(place[0]), Math.round(place[1]), 1, 1);
  return [data[0]!, data[1]!, data[2]!];
}

describe('<cnn-pooling>', () => {
  it('begins at the largest cell, and shows how each way makes its number', async () => {
    const element = await lab();
    expect(said(element)).toBe('output [0, 0]: max 4.000, average 1.75, L2 5.00, strided convolution 1.75');
    const lines = [...element.shadowRoot!.querySelectorAll('[part="sums"] dd')].map((line) =>
      line.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(lines).toEqual([
      'max( 3.000, 0.000, 4.000, 0.000 ) = 4.000',
      '( 3.000 + 0.000 + 4.000 + 0.000 ) / 4 = 1.75',
      '√( 3.000² + 0.000² + 4.000² + 0.000² ) = 5.00',
      '3.000 × 0.250 + 0.000 × 0.250 + 4.000 × 0.250 + 0.000 × 0.250 = 1.75',
      '3.000, 0.000, 4.000, 0.000 (each goes on by itself)',
    ]);
  });

  it('follows the mouse over outputs and inputs, and stays where a tap has pinned it', async () => {
    const element = await lab();
    point(canvasOf(element, 'average', 'output'), 0.75, 0.75, 'pointermove');
    await settle(element);
    expect(said(element)).toContain('output [1, 1]: max 4.000, average 1.25, L2 5.00');
    // The last column of the first row of the input is in the window of ones.
    point(canvasOf(element, 'l2', 'input'), 0.9, 0.1, 'pointermove');
    await settle(element);
    expect(said(element)).toContain('output [0, 1]: max 1.000, average 1.00, L2 2.00');
    point(canvasOf(element, 'max', 'output'), 0.25, 0.75, 'click', 'touch');
    point(canvasOf(element, 'max', 'output'), 0.75, 0.25, 'pointermove');
    await settle(element);
    expect(said(element)).toContain('output [1, 0]: max 0.000');
    expect(textOf(element, '.chosen')).toContain('pinned');
    point(canvasOf(element, 'max', 'output'), 0.25, 0.75, 'click', 'touch');
    await settle(element);
    expect(textOf(element, '.chosen')).not.toContain('pinned');
  });

  it('walks by arrow keys, pins by Enter and lets go by Escape', async () => {
    const element = await lab();
    canvasOf(element, 'convolution', 'output').parentElement!.focus();
    for (const [key, expected] of [
      ['ArrowRight', '[0, 1]'],
      ['ArrowDown', '[1, 1]'],
      ['ArrowDown', '[1, 1]'],
      ['ArrowLeft', '[1, 0]'],
    ] as const) {
      await userEvent.keyboard(`{${key}}`);
      await settle(element);
      expect(said(element)).toContain(`output ${expected}`);
    }
    await userEvent.keyboard('{Enter}');
    await settle(element);
    expect(textOf(element, '.chosen')).toContain('pinned');
    await userEvent.keyboard('{Escape}');
    await settle(element);
    expect(textOf(element, '.chosen')).not.toContain('pinned');
  });

  it('shifts by buttons and by arrow keys, and says what changed in each column', async () => {
    // One dot in the second column of its window: one step left stays in it, one right leaves it.
    const dot: ImageBatch = { shape: [1, 4, 4, 1], data: new Float32Array(16) };
    dot.data[1] = 8;
    const element = await lab({ image: dot });
    expect(textOf(element, '[part="shift-readout"]')).toContain('Not shifted');
    inside(element, '[aria-label="Shift left"]').click();
    await settle(element);
    expect(figures(element, 'max')['changed']).toBe('0 of 4');
    expect(figures(element, 'none')).toMatchObject({ changed: '2 of 16', 'mean change': '1.0000' });
    await userEvent.keyboard('{Escape}');
    inside(element, '[aria-label="Shift left"]').focus();
    await userEvent.keyboard('{Escape}{ArrowRight}');
    await settle(element);
    expect(textOf(element, '[part="shift-readout"]')).toBe(
      'Shifted +1 to the right and 0 downwards. Changed: max 2 of 4 cells, 4.000 on average; average 2 of 4 cells, 1.000 on average; L2 2 of 4 cells, 4.000 on average; strided convolution 2 of 4 cells, 1.000 on average; none 2 of 16 cells, 1.000 on average.',
    );
    expect(figures(element, 'average')['mean change']).toBe('1.0000');
    await userEvent.keyboard('{Escape}');
    await settle(element);
    expect(figures(element, 'max')['changed']).toBe('0 of 4');
  });

  it('counts what each way costs, over all maps of a layer', async () => {
    const element = await mount('cnn-pooling', { session: new FakeSession() }, makePage());
    expect(textOf(element, '[data-way="max"]')).toContain('conv1, map 0');
    expect(figures(element, 'max')).toMatchObject({
      'output size': '14 × 14 × 8',
      parameters: '0',
      multiplications: '0',
    });
    // 2·2·8·8, and as many for each of 14·14 places.
    expect(figures(element, 'convolution')).toMatchObject({ parameters: '256', multiplications: '50,176' });
  });

  it('pools the maps of the network as the network does', async () => {
    const session = new FakeSession();
    const element = await mount('cnn-pooling', { session, channel: 5, table: true }, makePage());
    const rows = [...element.shadowRoot!.querySelectorAll('[part="table"] tbody tr')].filter((row) =>
      row.querySelector('th')!.textContent.startsWith('output ['),
    );
    const shown = rows.map((row) => Number(row.querySelector('td')!.textContent));
    const { data } = session.tap({ path: 'pool1/output' }).current!;
    const truth = Array.from({ length: 196 }, (_, cell) => data[cell * 8 + 5]!);
    expect(shown).toHaveLength(196);
    // The table shows three decimals.
    expect(Math.max(...shown.map((value, cell) => Math.abs(value - truth[cell]!)))).toBeLessThan(6e-4);
    expect(Math.max(...truth)).toBeGreaterThan(0.1);
  });

  it('asks before another map is chosen, and names the layer', async () => {
    const element = await mount('cnn-pooling', { data: seedRecord(), layer: 'conv2' }, makePage());
    const heard: unknown[] = [];
    element.addEventListener('cnn-unit-select', (event) => {
      heard.push(event.unit);
      if (event.unit?.unit === 2) event.preventDefault();
    });
    inside(element, '[aria-label="More map"]').click();
    await settle(element);
    inside(element, '[aria-label="More map"]').click();
    await settle(element);
    expect([element.channel, heard]).toEqual([
      1,
      [
        { layer: 'conv2', unit: 1 },
        { layer: 'conv2', unit: 2 },
      ],
    ]);
  });

  it('draws the gradient in its own colours: one cell a window for max, none for what lost', async () => {
    const element = await lab({ gradient: true });
    expect(textOf(element, '[data-way="max"]')).toContain('gradient of input');
    expect(inside(element, '[data-way="max"] .pick').classList).toContain('gradient');
    expect(getComputedStyle(inside(element, '[data-way="max"] .pick')).outlineStyle).toBe('dashed');
    const canvas = canvasOf(element, 'max', 'input');
    // The window at [1, 1] is not the chosen one: no frame is drawn over its cells. 4 at [3, 2] has won it.
    const [won, lost] = [colourAt(canvas, 3, 2, 4), colourAt(canvas, 3, 3, 4)];
    expect(lost).toEqual([0xfc, 0xfb, 0xf8]);
    // Magenta: more red and blue than green.
    expect(Math.min(won[0]!, won[2]!)).toBeGreaterThan(won[1]! + 40);
    // −2 pulls the L2 norm up as it falls: its gradient is negative, green.
    const fall = colourAt(canvasOf(element, 'l2', 'input'), 2, 3, 4);
    expect(fall[1]!).toBeGreaterThan(Math.max(fall[0]!, fall[2]!));
  });

  it('takes a typed weight, asks before, and goes back to equal ones', async () => {
    const element = await lab();
    const field = (): HTMLInputElement => inside(element, '[data-cell="0 0"]') as HTMLInputElement;
    const type = async (text: string): Promise<void> => {
      field().value = text;
      field().dispatchEvent(new Event('change', { bubbles: true }));
      await settle(element);
    };
    await type('1,25');
    // 3 more than the average of 1.75.
    expect(said(element)).toContain('average 1.75, L2 5.00, strided convolution 4.75');
    await type('half');
    expect(textOf(element, '[role="alert"]')).toContain('“half” is not a number');
    const refuse = (event: Event): void => event.preventDefault();
    element.addEventListener('cnn-kernel-change', refuse);
    await type('9');
    expect(said(element)).toContain('strided convolution 4.75');
    element.removeEventListener('cnn-kernel-change', refuse);
    inside(element, '[part="kernel"] .text-button').click();
    await settle(element);
    expect(said(element)).toContain('strided convolution 1.75');
  });

  it('turns window and stride; the stride follows the window until it is told', async () => {
    const element = await lab({ image: { shape: [1, 9, 9, 1], data: new Float32Array(81).fill(0.5) } });
    inside(element, '[aria-label="More window"]').click();
    await settle(element);
    expect(figures(element, 'max')['output size']).toBe('3 × 3');
    inside(element, '[aria-label="Less stride"]').click();
    await settle(element);
    expect(figures(element, 'max')['output size']).toBe('4 × 4');
    expect(textOf(element, '[part="formula"]')).toContain('out = ⌊ (9 + 0 − 1·(3 − 1) − 1) / 2 ⌋ + 1 = 4');
  });

  it('measures when it is asked, says what, and forgets it when the work is another', async () => {
    const element = await lab();
    expect(figures(element, 'max')['time']).toBe('not measured');
    inside(element, '[part="measure"]').click();
    await expect
      .poll(() => figures(element, 'convolution')['time'], { timeout: 20_000 })
      .toMatch(/^[\d,.]+ µs$/);
    for (const way of ['max', 'average', 'l2'])
      expect(Number.parseFloat(figures(element, way)['time']!)).toBeGreaterThan(0);
    expect(textOf(element, '[part="timed"]')).toContain('over 1 map of 4 × 4, the median');
    inside(element, '[aria-label="Less stride"]').click();
    await settle(element);
    expect(figures(element, 'max')['time']).toBe('not measured');
  });

  it('stops measuring when it is taken out of the page', async () => {
    const element = await lab();
    inside(element, '[part="measure"]').click();
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 300));
    makePage().append(element);
    await settle(element);
    expect((inside(element, '[part="measure"]') as HTMLButtonElement).disabled).toBe(false);
    expect(figures(element, 'convolution')['time']).toBe('not measured');
  });

  it('says what is wrong with what it was given, and what to do', async () => {
    const note = async (properties: Partial<CnnPooling>): Promise<string> =>
      textOf(await mount('cnn-pooling', properties, makePage()), '.note');
    expect(await note({ image: { shape: [1, 4, 4, 1], data: new Float32Array(3) } })).toContain(
      'give it [1, height, width, channels]',
    );
    expect(await note({ data: seedRecord(), layer: 'dense1' })).toContain('no maps named “dense1”');
    expect(await note({ data: { ...seedRecord(), tensors: {} } })).toContain('no values of “conv1”');
    const session = new FakeSession();
    session.state.set(undefined);
    expect(await note({ session })).toContain('Waiting');
  });

  it('explains a window that does not fit, and takes the largest that does', async () => {
    const element = await lab({ image: { shape: [1, 3, 5, 1], data: new Float32Array(15) }, windowSize: 4 });
    expect(textOf(element, '.illegal')).toContain('received 3 + 0 = 3');
    inside(element, '[part="nearest"]').click();
    await settle(element);
    expect(figures(element, 'max')['output size']).toBe('1 × 1');
  });

  it('has a table with figures and every output cell', async () => {
    const element = await lab({ table: true });
    const rows = [...element.shadowRoot!.querySelectorAll('[part="table"] tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(rows[1]).toEqual(['parameters', '0', '0', '0', '4', '0']);
    expect(rows.at(-1)).toEqual(['output [1, 1]', '4.000', '1.250', '5.000', '1.250', '–']);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in the %s theme', async (theme) => {
    const page = makePage(theme);
    await mount('cnn-pooling', { image, gradient: true, table: true }, page);
    expect(await violations(page)).toEqual([]);
  });

  it('keeps the colours of its numbers where the system forces its own', async () => {
    const media = (value: string): Promise<unknown> =>
      cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    await media('active');
    onTestFinished(async () => void (await media('none')));
    const element = await lab({ gradient: true });
    const canvas = canvasOf(element, 'average', 'output');
    // 1.75 and 0.
    expect(colourAt(canvas, 0, 0, 2)).not.toEqual(colourAt(canvas, 1, 0, 2));
    const gradient = canvasOf(element, 'max', 'input');
    expect(colourAt(gradient, 3, 2, 4)).not.toEqual(colourAt(gradient, 3, 3, 4));
  });

  it('fits 360 px, with targets for fingers', async () => {
    const page = makePage();
    page.style.width = '328px';
    page.style.padding = '0';
    const element = await mount('cnn-pooling', { image, windowSize: 4 }, page);
    for (const part of element.shadowRoot!.querySelectorAll<HTMLElement>('*'))
      expect(part.getBoundingClientRect().right, part.outerHTML.slice(0, 80)).toBeLessThanOrEqual(
        page.getBoundingClientRect().right + 1,
      );
    for (const target of element.shadowRoot!.querySelectorAll('.stepper button, .button, .fields input')) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(32);
    }
  });

  it('pools again only where something has changed: pointing at 256 × 256 cells paints no cell anew', async () => {
    const large: ImageBatch = { shape: [1, 256, 256, 1], data: new Float32Array(65_536).fill(0.5) };
    const element = await lab({ image: large });
    const painted = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
    onTestFinished(() => painted.mockRestore());
    point(canvasOf(element, 'max', 'output'), 0.5, 0.5, 'pointermove');
    await settle(element);
    expect(said(element)).toContain('output [64, 64]');
    expect(painted).toHaveBeenCalledTimes(0);
    element.windowSize = 4;
    await settle(element);
    expect(painted).toHaveBeenCalled();
  });
});
