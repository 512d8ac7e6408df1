/** Several channels, and the six modes: what is said can be worked out by hand. */
import type { ImageBatch } from '@convlens/types';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makePage, mount, violations } from '../../../test/mount.js';
import { inside, settle } from '../../../test/settle.js';
import { all, choose, lab, numbersIn, ones, press, rgb, said, text, tick } from '../../../test/lab-page.js';
import type { CnnConvolution } from './convolution.js';
import { presets } from './presets.js';

beforeAll(() => import('./convolution.js'));

describe('<cnn-convolution> with several channels', () => {
  it('adds up what each channel makes, and the bias', async () => {
    const element = await lab({
      data: rgb,
      mode: 'sum',
      bias: 0.5,
      kernels: [ones, [[0, -1]], [[2, 0]]],
    });
    // Red 0.1 + 0.4, green −0.6, blue 2 · 0.3, bias 0.5.
    expect(said(element)).toBe(
      'output [0, 0] = 1.000, the sum of 3 channels of 2 products each and the bias',
    );
    expect(all(element, '.part .numbers').map((grid) => grid.textContent.trim())).toEqual([
      '.50',
      '−.60',
      '.60',
    ]);
    const rows = all(element, '.sum-list .term').map((row) => [
      row.querySelector('.what')!.textContent,
      row.querySelector('.amount')!.textContent,
    ]);
    expect(rows).toEqual([
      ['red', '+0.5000'],
      ['green', '−0.6000'],
      ['blue', '+0.6000'],
      ['bias', '+0.5000'],
      ['output', '+1.000'],
    ]);
    expect(text(element, '[part="equation"]')).toBe('0.10 × 1.00 + 0.40 × 1.00 = 0.500');
    press(element, 'blue');
    await settle(element);
    expect(text(element, '[part="equation"]')).toBe('0.30 × 2.00 + 0.80 × 0.00 = 0.600');
  });

  it('draws each light in its own colour, from black', async () => {
    const element = await lab({ data: rgb, mode: 'sum', kernel: ones });
    const pixels = all(element, '.from canvas').map((canvas) => [
      ...(canvas as HTMLCanvasElement).getContext('2d')!.getImageData(1, 0, 1, 1).data,
    ]);
    // 0.4, 0.6 and 0.8 of 255.
    expect(pixels).toEqual([
      [102, 0, 0, 255],
      [0, 153, 0, 255],
      [0, 0, 204, 255],
    ]);
  });

  it('gives each channel an output of its own, depthwise', async () => {
    const element = await lab({ data: rgb, mode: 'depthwise', kernel: ones, bias: 1 });
    expect(all(element, '.to .numbers').map((grid) => grid.textContent.trim())).toEqual([
      '1.5',
      '1.8',
      '2.1',
    ]);
    expect(element.shadowRoot!.querySelector('.part')).toBeNull();
    press(element, 'green');
    await settle(element);
    expect(said(element)).toBe('output of green [0, 0] = 1.800, the sum of 2 products and the bias');
  });

  it('sums in groups where they divide, and says so where they do not', async () => {
    const data: ImageBatch = { shape: [1, 1, 1, 4], data: Float32Array.of(1, 2, 3, 4) };
    const element = await lab({ data, mode: 'groups', kernel: [[1]] });
    expect(
      all(element, '.to .title').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
    ).toEqual(['output of channels 0 + 1 1 × 1', 'output of channels 2 + 3 1 × 1']);
    expect(all(element, '.to .numbers').map((grid) => grid.textContent.trim())).toEqual(['3', '7']);
    element.groups = 3;
    await settle(element);
    expect(text(element, '.mode-note')).toContain('3 groups do not divide 4 channels evenly');
    expect(said(element)).toContain('output [0, 0] = 10.000');
    inside(element, '[part="nearest-groups"]').click();
    await settle(element);
    expect(element.groups).toBe(2);
  });

  it('edits one kernel for all, or each by itself', async () => {
    const element = await lab({ data: rgb, mode: 'sum', kernel: ones });
    const write = async (channel: number, weight: string): Promise<void> => {
      const field = inside(element, `[data-channel="${channel}"] [data-cell="0 0"]`) as HTMLInputElement;
      field.value = weight;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await settle(element);
    };
    await write(1, '3');
    expect([element.kernel, element.kernels]).toEqual([[[3, 1]], undefined]);
    tick(element, 'same kernel for all');
    await settle(element);
    await write(2, '5');
    expect(element.kernels).toEqual([[[3, 1]], [[3, 1]], [[5, 1]]]);
    // 3·0.1 + 0.4 + 3·0.2 + 0.6 + 5·0.3 + 0.8
    expect(said(element)).toContain('= 4.200');
    press(element, 'blur');
    await settle(element);
    expect(element.kernels![2]).toEqual(presets.blur);
  });

  it('keeps a grid of an edited channel under the finger that drags it', async () => {
    const element = await lab({ data: rgb, mode: 'sum', kernel: ones });
    const field = inside(element, '[data-channel="1"] [data-cell="0 1"]') as HTMLInputElement;
    field.setPointerCapture = () => {};
    const drag = (type: string, clientY: number): boolean =>
      field.dispatchEvent(new PointerEvent(type, { clientY, pointerId: 1, bubbles: true, composed: true }));
    drag('pointerdown', 100);
    drag('pointermove', 80);
    await settle(element);
    drag('pointermove', 60);
    drag('pointerup', 60);
    expect(element.kernel).toEqual([[1, 2]]);
  });

  it('shows one channel of many, and one on a phone', async () => {
    const data: ImageBatch = { shape: [1, 1, 1, 6], data: Float32Array.of(1, 2, 3, 4, 5, 6) };
    const element = await lab({ data, mode: 'sum', kernel: [[1]] });
    expect(all(element, '.from')).toHaveLength(1);
    expect(said(element)).toContain('= 21.000');
    press(element, 'More channel');
    await settle(element);
    expect(text(element, '[part="equation"]')).toBe('2.00 × 1.00 = 2.000');
    const phone = await lab({ picture: 'colour', mode: 'sum' }, 328);
    expect(all(phone, '.from')).toHaveLength(1);
    expect(numbersIn(inside(phone, '.from'))).toHaveLength(64);
    expect(phone.scrollWidth).toBeLessThanOrEqual(328);
  });

  it('keeps numbers on their pixels where the page runs from right to left', async () => {
    document.documentElement.dir = 'rtl';
    onTestFinished(() => document.documentElement.removeAttribute('dir'));
    const element = await lab({ data: rgb, mode: 'sum', kernel: ones });
    const grid = inside(element, '.from .grid');
    const [first, second] = grid.querySelectorAll('.numbers span');
    // 0.1 is the left pixel's.
    expect(first!.textContent.trim()).toBe('.10');
    expect(first!.getBoundingClientRect().left).toBeLessThan(second!.getBoundingClientRect().left);
  });

  it.each([
    ['one', 'colour'],
    ['sum', 'colour'],
    ['depthwise', 'colour'],
    ['groups', 'maps'],
  ] as const)(
    'has nothing that axe finds in mode %s, light and dark, wide and narrow',
    async (mode, picture) => {
      for (const theme of ['light', 'dark'] as const)
        for (const width of [1000, 328]) {
          const page = makePage(theme);
          page.style.width = `${width}px`;
          await mount('cnn-convolution', { mode, picture, table: true }, page);
          expect(await violations(page)).toEqual([]);
        }
    },
  );
});

/** Numbers stand in every cell of every grid of the figures. */
function allHaveNumbers(element: CnnConvolution): void {
  for (const grid of all(element, '.figures .grid')) {
    const canvas = grid.querySelector('canvas')!;
    expect(numbersIn(grid)).toHaveLength(canvas.width * canvas.height);
    expect(canvas.getBoundingClientRect().width / canvas.width).toBeGreaterThanOrEqual(22);
  }
}

describe('the six modes, from the lab as it opens', () => {
  const modes: readonly (readonly [string, readonly ((element: CnnConvolution) => void)[], object])[] = [
    ['dilation 2', [(each) => press(each, 'More dilation')], { dilation: 2 }],
    [
      'transposed with stride 2',
      [(each) => tick(each, 'transposed'), (each) => press(each, 'More stride')],
      { transposed: true, stride: 2 },
    ],
    ['depthwise', [(each) => press(each, 'depthwise')], { mode: 'depthwise', picture: 'colour' }],
    ['groups', [(each) => press(each, 'groups')], { mode: 'groups', picture: 'maps', groups: 2 }],
    [
      'padding by reflection',
      [(each) => choose(each, 'padded with', 'reflect')],
      { paddingMode: 'reflect', padding: 1 },
    ],
    ['flipped', [(each) => tick(each, 'flipped')], { flipped: true }],
  ];
  it.each(modes)(
    '%s: at most two presses, a number in every cell, pinned by one press',
    async (_, presses, result) => {
      const element = await lab({}, 1200);
      expect(presses.length).toBeLessThanOrEqual(2);
      for (const each of presses) {
        each(element);
        await settle(element);
      }
      expect(element).toMatchObject(result);
      allHaveNumbers(element);
      const grid = inside(element, '.to .pick');
      const box = grid.getBoundingClientRect();
      grid.dispatchEvent(
        new PointerEvent('click', {
          clientX: box.left + 5,
          clientY: box.top + 5,
          bubbles: true,
          composed: true,
        }),
      );
      await settle(element);
      expect(text(element, '.where')).toContain('[0, 0]');
      expect(text(element, '.where')).toContain('pinned');
    },
  );

  it('offers a picture with channels where the given one has a single one', async () => {
    const element = await lab({ data: { shape: [1, 3, 3, 1], data: new Float32Array(9) } });
    press(element, 'depthwise');
    await settle(element);
    expect(element.picture).toBe('given');
    expect(text(element, '.mode-note')).toContain('one channel');
    inside(element, '[part="sample"]').click();
    await settle(element);
    expect(all(element, '.to')).toHaveLength(3);
  });
});
