import { describe, expect, it } from 'vitest';
import { seedRecord } from '../../test/seed-record.js';
import { smallRecord } from '../../test/small-record.js';
import { contributionsInto } from '../trace/contributions.js';
import { Trace } from '../trace/trace.js';
import { drawnArea } from './boxes.js';
import type { Box, SceneLayout } from './boxes.js';
import { cellAt, layoutScene } from './layout.js';
import { directionOf, step, travel } from './travel.js';
import { wiresOf } from './wires.js';

const trace = new Trace(seedRecord());
const { stages } = trace;
const layout = (width: number, slotHeight = 0): SceneLayout =>
  layoutScene(stages, { width, unit: 2, slotHeight });
const overlaps = (a: Box, b: Box): boolean =>
  a.x + a.width > b.x && b.x + b.width > a.x && a.y + a.height > b.y && b.y + b.height > a.y;

describe.each([
  ['a wide page', 1312, 0, 'across'],
  ['a wide page with a pad', 1312, 640, 'across'],
  ['a tablet', 800, 0, 'down'],
  ['a phone', 328, 0, 'down'],
  ['a phone with a pad', 328, 340, 'down'],
] as const)('the layout of %s', (_name, width, slotHeight, flow) => {
  const scene = layout(width, slotHeight);
  const boxes = scene.stages.flatMap((stage) => [...stage.boxes, ...stage.kernels]);

  it(`flows ${flow}`, () => expect(scene.flow).toBe(flow));

  it('has one box a map, strip, unit and class', () => {
    expect(scene.stages.map((stage) => stage.boxes.length)).toEqual([1, 8, 8, 16, 16, 16, 128, 10]);
    expect(scene.stages[1]!.kernels).toHaveLength(8);
  });

  it('keeps everything inside', () => {
    for (const { x, y, width: boxWidth, height } of boxes) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + boxWidth).toBeLessThanOrEqual(width);
      expect(y + height).toBeLessThanOrEqual(scene.height);
    }
  });

  it('lets nothing overlap, the pad included', () => {
    const all = scene.slot ? [scene.slot, ...boxes] : boxes;
    for (let i = 0; i < all.length; i++)
      for (let j = 0; j < i; j++) expect(overlaps(all[i]!, all[j]!), `${i} and ${j}`).toBe(false);
  });

  it('paints where there is something to paint, and all of that', () => {
    const area = drawnArea(scene);
    if (scene.slot) expect(overlaps(area, scene.slot)).toBe(false);
    for (const { x, y, width: boxWidth, height } of boxes) {
      expect(x).toBeGreaterThanOrEqual(area.x);
      expect(x + boxWidth).toBeLessThanOrEqual(area.x + area.width);
      expect(y).toBeGreaterThanOrEqual(area.y);
      expect(y + height).toBeLessThanOrEqual(area.y + area.height);
    }
  });

  it('finds the cell under a point', () => {
    const { x, y, width: boxWidth, height } = scene.stages[3]!.boxes[5]!;
    const cell = cellAt(stages, scene, x + (boxWidth * 8.5) / 14, y + (height * 2.5) / 14);
    expect(cell).toEqual({ stage: 3, unit: 5, row: 2, column: 8 });
    const kernel = scene.stages[1]!.kernels[6]!;
    expect(cellAt(stages, scene, kernel.x + 1, kernel.y + 1)).toMatchObject({ stage: 1, unit: 6 });
    expect(cellAt(stages, scene, width - 1, scene.height - 1)?.stage).not.toBe(3);
  });
});

describe('a strip', () => {
  // Cell 10 of 49 is row 1, column 3 of a map of 7 x 7.
  it('is read along the flow', () => {
    const across = layout(1312);
    const box = across.stages[5]!.boxes[2]!;
    expect(cellAt(stages, across, box.x + (box.width * 10.5) / 49, box.y + 1)).toEqual({
      stage: 5,
      unit: 2,
      row: 1,
      column: 3,
    });
    const down = layout(328);
    const tall = down.stages[5]!.boxes[2]!;
    expect(cellAt(stages, down, tall.x + 1, tall.y + (tall.height * 10.5) / 49)).toEqual({
      stage: 5,
      unit: 2,
      row: 1,
      column: 3,
    });
  });
});

describe('other networks', () => {
  it('with one map and no room to spare are laid out too', () => {
    const small = new Trace(smallRecord).stages;
    for (const width of [280, 700, 1312]) {
      const scene = layoutScene(small, { width, unit: 2, slotHeight: 0 });
      expect(scene.stages.map((stage) => stage.boxes.length)).toEqual([1, 1, 1, 1, 2]);
    }
  });
  it('with 64 maps stand in several columns', () => {
    const many = stages.map((stage, index) => (index === 3 ? { ...stage, count: 64 } : stage));
    const { boxes } = layoutScene(many, { width: 1600, unit: 2, slotHeight: 0 }).stages[3]!;
    expect(new Set(boxes.map(({ x }) => x)).size).toBeGreaterThan(1);
  });
});

describe('wiresOf', () => {
  const small = new Trace(smallRecord);
  const scene = layoutScene(small.stages, { width: 1312, unit: 2, slotHeight: 0 });
  const contributions = small.stages.map((_, index) =>
    index === 4 ? contributionsInto(small, index) : undefined,
  );

  // By hand: 6 adds and is the largest, -3 takes and has half of its share: width 0.75 + 1.5 * share.
  it('draws what adds and what takes, as strong as its share of the largest', () => {
    const signed = wiresOf(small.stages, scene, contributions).filter(({ tone }) => tone !== 'plain');
    expect(signed.map(({ tone, width }) => [tone, width])).toEqual([
      ['takes', 1.5],
      ['adds', 2.25],
    ]);
  });
  it('lights what touches the box that is pointed at, on top of the rest', () => {
    const wires = wiresOf(small.stages, scene, contributions, { stage: 4, unit: 1 });
    expect(wires.filter(({ isLit }) => isLit).map(({ tone }) => tone)).toEqual(['takes']);
    expect(wires.at(-1)!.isLit).toBe(true);
  });
  it('draws no edge that is not a number, and none of a layer without one', () => {
    const nan = [
      undefined,
      undefined,
      undefined,
      undefined,
      { from: 1, to: 2, values: Float32Array.of(NaN, 1), largest: 1 },
    ];
    const none = [
      undefined,
      undefined,
      undefined,
      undefined,
      { from: 1, to: 2, values: new Float32Array(2), largest: 0 },
    ];
    const signed = (given: typeof nan) =>
      wiresOf(small.stages, scene, given).filter(({ tone }) => tone !== 'plain').length;
    expect([signed(nan), signed(none)]).toEqual([1, 0]);
  });
  it('never points at more edges than can be seen', () => {
    const all = trace.stages.map((_, index) =>
      [3, 6, 7].includes(index) ? contributionsInto(trace, index) : undefined,
    );
    const full = 8 * 16 + 16 * 128 + 128 * 10;
    expect(wiresOf(stages, layout(1312), all).length).toBeLessThan(full / 2);
  });
});

describe('travel', () => {
  it('goes with the flow by the arrows that point along it', () => {
    expect(
      ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'].map((key) => directionOf(key, 'across')),
    ).toEqual(['forward', 'back', 'next', 'previous']);
    expect(
      ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft'].map((key) => directionOf(key, 'down')),
    ).toEqual(['forward', 'back', 'next', 'previous']);
    expect(directionOf('a', 'down')).toBeUndefined();
  });
  it('starts at the first layer, goes round within a layer and stops at the ends of the network', () => {
    expect(travel(trace, undefined, 'forward')).toMatchObject({ stage: 1, unit: 0 });
    expect(travel(trace, { stage: 1, unit: 0, row: 0, column: 0 }, 'previous')).toMatchObject({
      stage: 1,
      unit: 7,
    });
    expect(travel(trace, { stage: 7, unit: 9, row: 0, column: 0 }, 'forward')).toEqual({
      stage: 7,
      unit: 9,
      row: 0,
      column: 0,
    });
  });
  it('lands at the map that lies beside, on its strongest cell', () => {
    const small = new Trace(smallRecord);
    expect(travel(trace, { stage: 2, unit: 7, row: 0, column: 0 }, 'forward')).toMatchObject({
      stage: 3,
      unit: 15,
    });
    expect(travel(small, { stage: 0, unit: 0, row: 0, column: 0 }, 'forward')).toEqual({
      stage: 1,
      unit: 0,
      row: 1,
      column: 1,
    });
  });
  it('steps from cell to cell and stays at the border', () => {
    const cell = { stage: 1, unit: 0, row: 0, column: 27 };
    expect(step(stages[1]!, cell, 'ArrowDown')).toEqual({ ...cell, row: 1 });
    expect(step(stages[1]!, cell, 'ArrowRight')).toEqual(cell);
  });
});
