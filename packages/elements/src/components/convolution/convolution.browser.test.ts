/** The lab by mouse, finger and keyboard: every number that is said is one that can be worked out by hand. */
import type { ImageBatch } from '@convlens/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FakeSession } from '../../../test/fake-session.js';
import { makePage, mount } from '../../../test/mount.js';
import { inside, settle } from '../../../test/settle.js';
import type { CnnConvolution } from './convolution.js';

beforeAll(() => import('./convolution.js'));

/** 0 … 8, in rows of three. */
const counting: ImageBatch = { shape: [1, 3, 3, 1], data: Float32Array.from({ length: 9 }, (_, i) => i) };
const difference = [[-1, 1]];

const lab = (properties: Partial<CnnConvolution> = {}): Promise<CnnConvolution> =>
  mount('cnn-convolution', { data: counting, kernel: difference, ...properties });
const said = (element: CnnConvolution): string => text(element, '[part="readout"]');
const field = (element: CnnConvolution, cell: string): HTMLInputElement =>
  inside(element, `[data-cell="${cell}"]`) as HTMLInputElement;

const text = (element: CnnConvolution, selector: string): string =>
  inside(element, selector).textContent!.replace(/\s+/g, ' ').trim();

/** A button of a group, by its words. */
function press(element: CnnConvolution, group: string, name: string): void {
  const buttons = [
    ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[role="group"][aria-label="${group}"] button`),
  ];
  const button = buttons.find(({ textContent }) => textContent.trim() === name);
  if (!button)
    throw new Error(
      `press: expected ${name} in ${group}, received ${buttons.map((each) => each.textContent.trim()).join(', ')}.`,
    );
  button.click();
}

/** A pointer over one cell of a grid, by its share of width and height. */
function point(
  element: CnnConvolution,
  place: string,
  x: number,
  y: number,
  type: string,
  pointer = 'mouse',
): void {
  const target = inside(element, `${place} .pick`);
  const box = target.getBoundingClientRect();
  const at = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
  target.dispatchEvent(
    new PointerEvent(type, { ...at, bubbles: true, composed: true, pointerType: pointer }),
  );
}

describe('<cnn-convolution>', () => {
  it('follows the mouse over the output, and says the sum of the cell', async () => {
    const element = await lab();
    // Neighbours differ by one everywhere: 2 × 3 cells of 1.
    point(element, '.to', 0.75, 0.5, 'pointermove');
    await settle(element);
    expect(said(element)).toBe('output [1, 1] = 1.000, the sum of 2 products and the bias');
    expect(inside(element, '[part="equation"]').textContent!.replace(/\s+/g, ' ').trim()).toBe(
      '4.00 × (−1.00) + 5.00 × 1.00 = 1.000',
    );
  });

  it('goes from an input cell to the output cell whose window it is in the middle of', async () => {
    const element = await lab({
      kernel: [
        [0, 0, 0],
        [0, 2, 0],
        [0, 0, 0],
      ],
      padding: 1,
    });
    // The input is drawn 5 × 5 with its padding; its middle is cell [2, 2] there and [1, 1] of the output: 4 × 2.
    point(element, '.from', 0.5, 0.5, 'pointermove');
    await settle(element);
    expect(said(element)).toBe('output [1, 1] = 8.000, the sum of 9 products and the bias');
  });

  it('pins a cell by a tap, which the mouse then leaves alone, and lets go by the same tap', async () => {
    const element = await lab();
    point(element, '.to', 0.25, 0.1, 'click', 'touch');
    point(element, '.to', 0.75, 0.9, 'pointermove');
    await settle(element);
    expect(said(element)).toContain('output [0, 0]');
    expect(inside(element, '.where').textContent).toContain('pinned');
    point(element, '.to', 0.25, 0.1, 'click', 'touch');
    point(element, '.to', 0.75, 0.9, 'pointermove');
    await settle(element);
    expect(said(element)).toContain('output [2, 1]');
  });

  it('walks by arrow keys, pins by Enter and lets go by Escape', async () => {
    const element = await lab();
    inside(element, '.to .pick').focus();
    for (const [key, expected] of [
      ['ArrowRight', '[0, 1]'],
      ['ArrowDown', '[1, 1]'],
      ['ArrowLeft', '[1, 0]'],
    ] as const) {
      await userEvent.keyboard(`{${key}}`);
      await settle(element);
      expect(said(element)).toContain(`output ${expected}`);
    }
    await userEvent.keyboard('{Enter}');
    await settle(element);
    expect(inside(element, '.where').textContent).toContain('pinned');
    await userEvent.keyboard('{Escape}');
    await settle(element);
    expect(inside(element, '.where').textContent).not.toContain('pinned');
  });

  it('takes a typed weight, with a comma too, and refuses what is no number without losing the weight', async () => {
    const element = await lab();
    const first = field(element, '0 0');
    first.value = '0,5';
    first.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(element);
    expect(element.kernel).toEqual([[0.5, 1]]);
    const again = field(element, '0 0');
    again.value = 'half';
    again.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(element);
    expect(element.kernel).toEqual([[0.5, 1]]);
    expect(field(element, '0 0').getAttribute('aria-invalid')).toBe('true');
    expect(inside(element, '[role="alert"]').textContent).toContain('“half” is not a number');
  });

  it('turns a weight by keys, finely with Shift, and by dragging', async () => {
    const element = await lab();
    field(element, '0 1').focus();
    await userEvent.keyboard('{ArrowUp}');
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(element.kernel).toEqual([[-1, 1.45]]);
    const target = field(element, '0 0');
    const drag = (type: string, y: number): boolean =>
      target.dispatchEvent(
        new PointerEvent(type, { clientY: y, pointerId: 1, bubbles: true, composed: true }),
      );
    target.setPointerCapture = () => {};
    drag('pointerdown', 100);
    drag('pointermove', 60);
    drag('pointerup', 60);
    // 40 px upwards are one.
    expect(element.kernel).toEqual([[0, 1.45]]);
  });

  it('asks before it changes a kernel', async () => {
    const element = await lab();
    element.addEventListener('cnn-kernel-change', (event) => event.preventDefault());
    inside(element, '.chip').click();
    await settle(element);
    expect(element.kernel).toEqual(difference);
  });

  it('explains what no convolution can be, and takes the nearest that can', async () => {
    const element = await lab({ dilation: 3 });
    expect(inside(element, '.illegal').textContent).toContain(
      'expected width + padding to hold one window of 4 (size 2, dilation 3), received 3 + 0 = 3',
    );
    inside(element, '[part="nearest"]').click();
    await settle(element);
    expect(element.shadowRoot!.querySelector('.illegal')).toBeNull();
    expect(inside(element, '[part="readout"]').textContent).toContain('output [');
  });

  it('scrubs, steps and plays from cell to cell, and stops when it is taken out of the page', async () => {
    const element = await lab({ kernel: [[1]] });
    const range = inside(element, '.scrubber input') as HTMLInputElement;
    range.value = '4';
    range.dispatchEvent(new Event('input'));
    await settle(element);
    expect(said(element)).toContain('output [1, 1] = 4.000');
    const [back, play, next] = element.shadowRoot!.querySelectorAll<HTMLElement>('.scrubber button');
    next!.click();
    await settle(element);
    back!.click();
    await settle(element);
    expect(said(element)).toContain('output [1, 1] = 4.000');
    play!.click();
    await expect.poll(() => said(element), { timeout: 3000 }).toContain('output [1, 2] = 5.000');
    const page = element.parentElement!;
    element.remove();
    page.append(element);
    await settle(element);
    expect(play!.getAttribute('aria-label')).toBe('Play');
  });

  it('offers the kernels and the image of the network that it stands in', async () => {
    const session = new FakeSession();
    const element = await mount('cnn-convolution', { session }, makePage());
    const learned = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[aria-label="learned"] .chip')];
    expect(learned).toHaveLength(8);
    learned[3]!.click();
    await settle(element);
    const filter = session.tap({ path: 'conv1/filter' }).current!;
    expect(element.kernel.flat()).toEqual(
      Array.from({ length: 25 }, (_, index) => filter.data[index * 8 + 3]),
    );
    expect(inside(element, '.from .title').textContent).toContain('28 × 28, padded to 32 × 32');
    // With the network's own bias and padding the output is its map before the activation.
    element.table = true;
    await settle(element);
    const shown = [...element.shadowRoot!.querySelectorAll('[part="table"] td')].map(({ textContent }) =>
      Number(textContent.replace('−', '-')),
    );
    const { data } = session.tap({ path: 'conv1/output' }).current!;
    const truth = Array.from({ length: 784 }, (_, cell) => data[cell * 8 + 3]!);
    const off = shown.map((value, cell) => Math.abs(Math.max(0, value) - truth[cell]!));
    // The table shows three decimals.
    expect(Math.max(...off)).toBeLessThan(6e-4);
    expect(Math.max(...truth)).toBeGreaterThan(0.1);
  });

  it('shows one channel of a colour image, and lets another be chosen', async () => {
    const data: ImageBatch = { shape: [1, 1, 2, 3], data: Float32Array.of(0.1, 0.2, 0.3, 0.4, 0.6, 0.8) };
    const element = await lab({ data });
    expect(said(element)).toContain('output [0, 0] = 0.300');
    press(element, 'channel', 'green');
    await settle(element);
    expect(said(element)).toContain('output [0, 0] = 0.400');
  });

  it('convolves again only where something has changed: pointing at 256 × 256 cells stays cheap', async () => {
    const data: ImageBatch = { shape: [1, 256, 256, 1], data: new Float32Array(65_536).fill(0.5) };
    const element = await lab({ data });
    const canvas = inside(element, '.to canvas') as HTMLCanvasElement;
    const context = canvas.getContext('2d')!;
    let painted = 0;
    const paint = context.putImageData.bind(context);
    context.putImageData = ((...args: Parameters<typeof paint>) => (
      painted++,
      paint(...args)
    )) as typeof paint;
    point(element, '.to', 0.5, 0.5, 'pointermove');
    await settle(element);
    expect(said(element)).toContain('output [128, 127]');
    expect(painted).toBe(0);
    element.kernel = [[2]];
    await settle(element);
    expect(painted).toBe(1);
  });

  it('has a table whose numbers are those of the output', async () => {
    const element = await lab({ table: true });
    const cells = [...element.shadowRoot!.querySelectorAll('[part="table"] td')].map(
      ({ textContent }) => textContent,
    );
    expect(cells).toEqual(Array(6).fill('1.000'));
  });
});
