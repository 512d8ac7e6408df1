/// <reference types="@vitest/browser-playwright" />
/** The lab by finger and by a mouse that drags. */
import { beforeAll, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { inside, settle } from '../../../test/settle.js';
import { lab, said, text } from '../../../test/lab-page.js';
import { touchScreen } from '../../../test/touch-screen.js';
import type { CnnConvolution } from './convolution.js';

beforeAll(() => import('./convolution.js'));

/** A finger on the page, by the browser itself: what it scrolls and what it tells is the browser's own decision. */
async function finger(path: readonly (readonly [x: number, y: number])[]): Promise<void> {
  // Tests run in a frame, which their page may have scaled.
  const frame = window.frameElement?.getBoundingClientRect();
  const scale = frame ? frame.width / window.innerWidth : 1;
  const send = (type: string, [x, y]: readonly [number, number]): Promise<unknown> =>
    cdp().send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints:
        type === 'touchEnd' ? [] : [{ x: x * scale + (frame?.left ?? 0), y: y * scale + (frame?.top ?? 0) }],
    });
  await send('touchStart', path[0]!);
  for (const place of path.slice(1)) await send('touchMove', place);
  await send('touchEnd', path.at(-1)!);
}

describe('a finger', () => {
  const phone = async (): Promise<CnnConvolution> => {
    await touchScreen();
    const element = await lab({ picture: 'colour', mode: 'sum' }, 328);
    element.parentElement!.style.paddingBottom = '2000px';
    return element;
  };
  /** Cells of a grid, as places on the page; scrolled to first. */
  const placesIn = (
    element: CnnConvolution,
    selector: string,
  ): ((row: number, column: number) => [number, number]) => {
    const grid = inside(element, `${selector} .grid`);
    grid.scrollIntoView({ block: 'center' });
    const canvas = grid.querySelector('canvas')!;
    const box = grid.getBoundingClientRect();
    return (row, column) => [
      box.left + ((column + 0.5) / canvas.width) * box.width,
      box.top + ((row + 0.5) / canvas.height) * box.height,
    ];
  };

  it('drags the window over the output, where it stays; the page does not move', async () => {
    const element = await phone();
    const at = placesIn(element, '.to');
    const before = window.scrollY;
    await finger([at(0, 0), at(1, 1), at(3, 2), at(5, 4)]);
    await settle(element);
    expect(said(element)).toContain('output [5, 4]');
    expect(text(element, '.where')).toContain('pinned');
    expect(window.scrollY).toBe(before);
  });

  it('drags the window over the input', async () => {
    const element = await phone();
    const at = placesIn(element, '.from');
    await finger([at(1, 1), at(3, 3), at(4, 6)]);
    await settle(element);
    // The middle of a 3 × 3 window on [4, 6] is that of output cell [3, 5].
    expect(said(element)).toContain('output [3, 5]');
  });

  it('drags a weight up, and the page does not move', async () => {
    const element = await phone();
    const field = inside(element, '[data-cell="1 1"]');
    field.scrollIntoView({ block: 'center' });
    const { left, top } = field.getBoundingClientRect();
    const before = window.scrollY;
    await finger([
      [left + 12, top + 12],
      [left + 12, top - 8],
      [left + 12, top - 28],
    ]);
    expect(element.kernel[1]![1]).toBe(1);
    expect(window.scrollY).toBe(before);
  });

  it('scrolls the page from outside the grids', async () => {
    const element = await phone();
    const title = inside(element, '.to .title');
    title.scrollIntoView({ block: 'center' });
    const before = window.scrollY;
    const { left, top } = title.getBoundingClientRect();
    const path = Array.from({ length: 8 }, (_, step): [number, number] => [left + 20, top + 5 - step * 20]);
    await finger(path);
    await expect.poll(() => window.scrollY, { timeout: 3000 }).toBeGreaterThan(before + 50);
  });
});

describe('a mouse', () => {
  it('that drags over the output leaves the window where it lets go', async () => {
    const element = await lab({});
    const grid = inside(element, '.to .pick');
    grid.setPointerCapture = () => {};
    const box = grid.getBoundingClientRect();
    const cell = box.width / 12;
    const tell = (type: string, row: number, column: number): boolean =>
      grid.dispatchEvent(
        new PointerEvent(type, {
          clientX: box.left + (column + 0.5) * cell,
          clientY: box.top + (row + 0.5) * cell,
          isPrimary: true,
          pointerId: 1,
          pointerType: 'mouse',
        }),
      );
    tell('pointerdown', 2, 2);
    tell('pointermove', 4, 4);
    tell('pointermove', 7, 9);
    tell('pointerup', 7, 9);
    // Browsers tell of a click where a drag ends; it does not let go of the cell.
    tell('click', 7, 9);
    tell('pointermove', 0, 0);
    await settle(element);
    expect(said(element)).toContain('output [7, 9]');
    expect(text(element, '.where')).toContain('pinned');
  });
});
