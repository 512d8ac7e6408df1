import { describe, expect, it } from 'vitest';
import { actOf, anchor } from './keys.js';
import { layoutOf, mapSize } from './layout.js';
import { between, pinched, Viewport } from './viewport.js';
import type { View } from './viewport.js';

const picture = { width: 40, height: 20 };
const window = { width: 200, height: 100 };
const at = (view?: View): Viewport => new Viewport(picture, window, view);

describe('a viewport', () => {
  it('shows the whole picture until told otherwise, as large as fits', () => {
    // 200 / 40 = 100 / 20 = 5.
    const { cell, x, y, isWhole, seen } = at();
    expect([cell, x, y, isWhole]).toEqual([5, 20, 10, true]);
    expect(seen).toEqual({ rows: [0, 20], columns: [0, 40] });
  });
  it('lies in the middle where the picture is narrower than its window', () => {
    const narrow = new Viewport({ width: 10, height: 20 }, window);
    // Five pixels a cell are fifty across: 75 are left on each side.
    expect(narrow.placeOf(0, 0)).toEqual({ x: 75, y: 0 });
    expect(narrow.cellAt({ x: 74, y: 50 })).toBeUndefined();
    expect(narrow.cellAt({ x: 76, y: 51 })).toEqual([10, 0]);
  });
  it('is never smaller than the whole, larger than numbers need, or outside the picture', () => {
    expect(at({ cell: 1, x: 20, y: 10 }).cell).toBe(5);
    expect(at({ cell: 999, x: 20, y: 10 }).cell).toBe(56);
    // At 20 pixels a cell the window holds 10 × 5 cells.
    const corner = at({ cell: 20, x: -50, y: 500 });
    expect([corner.x, corner.y]).toEqual([5, 17.5]);
    expect(corner.seen).toEqual({ rows: [15, 20], columns: [0, 10] });
  });
  it('counts cells that are seen in part', () => {
    expect(at({ cell: 20, x: 20.5, y: 10.25 }).seen).toEqual({ rows: [7, 13], columns: [15, 26] });
  });
  it('keeps what is under the pointer there when it comes closer', () => {
    const point = { x: 60, y: 45 };
    // Cell [9, 12] begins at (60, 45) where the whole is seen.
    const closer = at(at().zoomed(20, point));
    expect(closer.placeOf(9, 12)).toEqual(point);
    expect(closer.cellAt({ x: 61, y: 46 })).toEqual([9, 12]);
  });
  it('goes with a drag, pixel by pixel', () => {
    const view = at({ cell: 20, x: 20, y: 10 }).moved(30, -10);
    expect(view).toEqual({ cell: 20, x: 18.5, y: 10.5 });
  });
  it('climbs from the whole to the numbers in equal steps, up and down the same stairs', () => {
    const { stops } = at();
    // 5 to 56 is 11.2 times; 1.5 ^ 6 = 11.39 is the first power that reaches it.
    expect(stops).toHaveLength(7);
    expect([stops[0], stops.at(-1)]).toEqual([5, 56]);
    stops.slice(1).forEach((stop, index) => expect(stop / stops[index]!).toBeCloseTo(11.2 ** (1 / 6), 10));
    const up: number[] = [];
    for (let view = at(); view.cell < view.most; view = at(view.zoomed(view.stop(1)))) up.push(view.cell);
    const down: number[] = [];
    for (let view = at({ cell: 56, x: 0, y: 0 }); !view.isWhole; view = at(view.zoomed(view.stop(-1))))
      down.push(view.stop(-1));
    expect(down.reverse()).toEqual(up);
  });
  it('has one stop only where a pixel is larger than any number needs', () => {
    const single = new Viewport({ width: 1, height: 1 }, { width: 300, height: 300 });
    expect([single.cell, single.isReadable, single.stops]).toEqual([300, true, [300]]);
  });
  it('moves no further than a cell needs to be seen', () => {
    const view = at({ cell: 20, x: 20, y: 10 });
    expect(view.holding([10, 20])).toEqual({ cell: 20, x: 20, y: 10 });
    // Columns 15 to 24 are seen: 25 is one to the right of them.
    expect(view.holding([10, 25])).toEqual({ cell: 20, x: 21, y: 10 });
    expect(view.holding([0, 0])).toEqual({ cell: 20, x: 5, y: 2.5 });
  });
});

describe('a glide', () => {
  it('begins and ends where it should and grows by the same factor in the same time', () => {
    const [from, to] = [at(), at(at().zoomed(20, { x: 0, y: 0 }))];
    expect(between(from, to, 0)).toEqual({ cell: 5, x: 20, y: 10 });
    const end = between(from, to, 1);
    expect([end.cell, end.x, end.y]).toEqual([20, 5, 2.5]);
    expect(between(from, to, 0.5).cell).toBeCloseTo(10, 10);
  });
  it('holds still what is under the pointer all the way', () => {
    const [from, point] = [at(), { x: 60, y: 45 }];
    const to = from.zoomed(20, point);
    for (const share of [0.25, 0.5, 0.75]) {
      const place = at(between(from, to, share)).placeOf(9, 12);
      expect(place.x).toBeCloseTo(60, 9);
      expect(place.y).toBeCloseTo(45, 9);
    }
  });
  it('goes straight where nothing grows', () => {
    expect(between({ cell: 20, x: 10, y: 5 }, { cell: 20, x: 20, y: 9 }, 0.25)).toEqual({
      cell: 20,
      x: 12.5,
      y: 6,
    });
  });
});

describe('two fingers', () => {
  it('enlarge as much as they go apart, and take what is between them along', () => {
    const before = [
      { x: 90, y: 50 },
      { x: 110, y: 50 },
    ] as const;
    const after = [
      { x: 90, y: 60 },
      { x: 130, y: 60 },
    ] as const;
    const view = at(pinched(at(), before, after));
    // Twice as far apart; the picture's middle was between them at (100, 50) and is now at (110, 60).
    expect(view.cell).toBe(10);
    expect(view.placeOf(10, 20)).toEqual({ x: 110, y: 60 });
  });
  it('do nothing when they only rest', () => {
    const resting = [
      { x: 10, y: 10 },
      { x: 60, y: 70 },
    ] as const;
    expect(pinched(at({ cell: 20, x: 15, y: 8 }), resting, resting)).toEqual({ cell: 20, x: 15, y: 8 });
  });
});

describe('keys', () => {
  const press = (
    key: string,
    cursor?: readonly [number, number],
    shiftKey = false,
  ): ReturnType<typeof actOf> => actOf({ key, shiftKey }, at({ cell: 20, x: 20, y: 10 }), cursor);
  it('mark the middle first, then walk, and stop at the edge', () => {
    expect(press('ArrowRight')).toMatchObject({ kind: 'walk', cell: [10, 20] });
    expect(press('ArrowRight', [10, 20])).toMatchObject({ cell: [10, 21] });
    expect(press('ArrowUp', [0, 39])).toMatchObject({ cell: [0, 39] });
    expect(press('End', [3, 5])).toMatchObject({ cell: [3, 39] });
    // Five rows are seen: a page is four.
    expect(press('PageDown', [3, 5])).toMatchObject({ cell: [7, 5] });
  });
  it('take the window along', () => {
    expect(press('ArrowRight', [10, 24])).toMatchObject({ cell: [10, 25], view: { x: 21, y: 10 } });
  });
  it('move the window alone with Shift, by a quarter of it', () => {
    expect(press('ArrowRight', [10, 20], true)).toMatchObject({ kind: 'look', view: { x: 22.5, y: 10 } });
  });
  it('zoom by a stop, show the whole, let go, and leave other keys alone', () => {
    const next = at({ cell: 20, x: 20, y: 10 });
    expect(press('+')).toMatchObject({ kind: 'look', view: { cell: next.stop(1) } });
    expect(press('-')).toMatchObject({ kind: 'look', view: { cell: next.stop(-1) } });
    expect(press('0')).toMatchObject({ kind: 'look', view: { cell: 5, x: 20, y: 10 } });
    expect(press('Escape', [1, 1])).toEqual({ kind: 'leave' });
    expect(press('Escape')).toBeUndefined();
    expect(press('constructor')).toBeUndefined();
  });
  it('zoom towards the marked pixel where it is seen', () => {
    const view = at({ cell: 20, x: 20, y: 10 });
    expect(anchor(view, [10, 20])).toEqual({ x: 110, y: 60 });
    expect(anchor(view, [0, 0])).toBeUndefined();
  });
});

describe('the layout', () => {
  it('puts four windows in a row where they fit, else two', () => {
    // (1000 − 3 · 32) / 4 and (328 − 12) / 2.
    expect(layoutOf(1000, { width: 10, height: 10 }, true)).toEqual({
      across: 4,
      window: { width: 226, height: 226 },
    });
    expect(layoutOf(328, { width: 10, height: 10 }, true)).toEqual({
      across: 2,
      window: { width: 158, height: 158 },
    });
    expect(layoutOf(328, { width: 10, height: 10 }, false).window.width).toBe(328);
  });
  it('leaves a window to look through for pictures of any shape', () => {
    expect(layoutOf(400, { width: 1000, height: 1 }, false).window).toEqual({ width: 400, height: 160 });
    expect(layoutOf(400, { width: 1, height: 1000 }, false).window).toEqual({ width: 400, height: 500 });
    expect(mapSize({ width: 1000, height: 1 })).toEqual({ width: 72, height: 8 });
  });
});
