/** Every element by a finger alone: taps, no hover and no keys. Three places by name, what is said there, and the same number in the table. */
import type { ModelCommand } from '@convlens/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { placeOfStep } from '../src/components/training-chart/series.js';
import { gridOf, originOf, sizeOf } from '../src/components/kernels/kernel-grid.js';
import { layoutScene } from '../src/scene/layout.js';
import { stagesOf } from '../src/trace/stages.js';
import { defineAll } from '../src/define-all.js';
import { FakeSession } from './fake-session.js';
import { makePage, mount } from './mount.js';
import { announced, farthest, reached, record, shownIn, strongest } from './reached.js';
import { inside, settle } from './settle.js';

beforeAll(() => defineAll());

/** A finger comes down, leaves and so clicks, as a browser tells it. */
function tap(target: HTMLElement, x: number, y: number): void {
  const { left, top } = target.getBoundingClientRect();
  const at = {
    clientX: left + x,
    clientY: top + y,
    pointerId: 7,
    pointerType: 'touch',
    isPrimary: true,
    bubbles: true,
    composed: true,
    cancelable: true,
  };
  // No finger of the system is down: capturing one would throw.
  target.setPointerCapture = () => {};
  for (const type of [
    'pointerover',
    'pointerenter',
    'pointerdown',
    'pointerup',
    'pointerout',
    'pointerleave',
    'click',
  ])
    target.dispatchEvent(new PointerEvent(type, at));
}

const press = (element: Element, selector: string): void => {
  const target = inside(element, selector);
  const { width, height } = target.getBoundingClientRect();
  // A tap on a control is its click; the browser makes it, and so does the test.
  tap(target, width / 2, height / 2);
};

/** The middle of a cell of a grid that fills its box. */
function tapCell(
  element: Element,
  selector: string,
  [rows, columns]: readonly [number, number],
  [row, column]: readonly [number, number],
): void {
  const target = inside(element, selector);
  const { width, height } = target.getBoundingClientRect();
  tap(target, ((column + 0.5) / columns) * width, ((row + 0.5) / rows) * height);
}

/** A cell of a map in the picture of the whole network. */
function tapMap(network: Element, path: string, map: number): void {
  const stages = stagesOf(record.model);
  const layout = layoutScene(stages, { width: network.clientWidth, unit: 2, slotHeight: 0 });
  const index = stages.findIndex((stage) => stage.path === path);
  const { x, y, width, height } = layout.stages[index]!.boxes[map]!;
  const [row, column] = strongest(path, map);
  const [rows, columns] = stages[index]!.size;
  tap(inside(network, '.walk'), x + ((column + 0.5) / columns) * width, y + ((row + 0.5) / rows) * height);
}

/** A cell of one of several small squares that stand side by side, as kernels and flattened maps do. */
function tapSquare(
  element: Element,
  selector: string,
  shape: { readonly side: number; readonly count: number; readonly margin: number },
  square: number,
  row: number,
  column: number,
): void {
  const { side, count, margin } = shape;
  const target = inside(element, selector);
  const { width } = target.querySelector('canvas')!.getBoundingClientRect();
  const grid = gridOf({ height: side, width: side, inputs: 1, filters: count }, width - 2 * margin);
  expect(sizeOf(grid)[0] + 2 * margin).toBeCloseTo(width, 0);
  const [x, y] = originOf(grid, square, 0);
  const canvas = target.querySelector('canvas')!.getBoundingClientRect();
  const { left, top } = target.getBoundingClientRect();
  tap(
    target,
    canvas.left - left + margin + x + (column + 0.5) * grid.cell,
    canvas.top - top + margin + y + (row + 0.5) * grid.cell,
  );
}

type Taps = readonly [(element: Element) => void, (element: Element) => void, (element: Element) => void];

const pixel =
  (row: number, column: number) =>
  (element: Element): void =>
    tapCell(element, '.window', [28, 28], [row, column]);
const round = (
  selector: string,
  size: readonly [number, number],
  [row, column]: readonly [number, number],
): Taps => [
  (element) => tapCell(element, selector, size, [row, column]),
  (element) => tapCell(element, selector, size, [row, column + 1]),
  (element) => tapCell(element, selector, size, [row + 1, column + 1]),
];
const kernel =
  (filter: number, row: number, column: number) =>
  (element: Element): void =>
    tapSquare(element, '.grid', { side: 5, count: 8, margin: 0 }, filter, row, column);
/** Number `(row · 7 + column) · 16 + map` of the long row, by its cell in the maps. */
const flat =
  (index: number) =>
  (element: Element): void => {
    const cell = Math.floor(index / 16);
    const place = [Math.floor(cell / 7), cell % 7] as const;
    tapSquare(element, '[part="maps"]', { side: 7, count: 16, margin: 3 }, index % 16, ...place);
  };
const bin =
  (index: number) =>
  (element: Element): void => {
    const bins = element.shadowRoot!.querySelectorAll('.twin tbody tr').length - 2;
    tapCell(element, '.plot', [1, bins], [0, index]);
  };
const step =
  (at: number) =>
  (element: Element): void => {
    const slider = inside(element, '[role="slider"]');
    tap(slider, placeOfStep(at, 300) * slider.getBoundingClientRect().width, 20);
  };

const scripts: Readonly<Record<string, Taps>> = {
  'cnn-network': [
    (element) => tapMap(element, 'conv1/output', 0),
    (element) => tapMap(element, 'pool1/output', 0),
    (element) => tapMap(element, 'conv2/output', 3),
  ],
  'cnn-cell': [
    (element) => press(element, '[aria-label="More row"]'),
    (element) => press(element, '[aria-label="More column"]'),
    (element) => press(element, '[aria-label^="More map"]'),
  ],
  'cnn-convolution': round('.to .pick', [28, 28], farthest),
  'cnn-feature-maps': [1, 2, 7].map(
    (map) => (element: Element) => press(element, `[data-unit="${map}"]`),
  ) as unknown as Taps,
  'cnn-kernels': [kernel(0, 0, 0), kernel(0, 0, 1), kernel(0, 1, 1)],
  'cnn-pixels': [pixel(14, 14), pixel(13, 14), pixel(13, 13)],
  'cnn-activation': round('.before .pick', [28, 28], strongest('conv1/output', 0)),
  'cnn-pooling': round('[data-way="max"] [data-map="output"]', [14, 14], strongest('pool1/output', 0)),
  'cnn-dense': [3, 4, 5].map(
    (unit) => (element: Element) => press(element, `.class-chip:nth-of-type(${unit + 1})`),
  ) as unknown as Taps,
  'cnn-flatten': [flat(727), flat(510), flat(254)],
  'cnn-softmax': [0, 1, 2].map(
    (unit) => (element: Element) => press(element, `[data-index="${unit}"]`),
  ) as unknown as Taps,
  'cnn-layer-table': [2, 3, 7].map(
    (row) => (element: Element) => press(element, `tbody tr:nth-child(${row}) .name`),
  ) as unknown as Taps,
  'cnn-histogram': [bin(0), bin(1), bin(2)],
  'cnn-confusion-matrix': [
    (element) => tapCell(element, '.pick', [2, 2], [0, 1]),
    (element) => tapCell(element, '.pick', [2, 2], [1, 1]),
    (element) => tapCell(element, '.pick', [2, 2], [1, 0]),
  ],
  'cnn-dataset-grid': [0, 1, 2].map((place) => (element: Element) => {
    const sheet = inside(element, '.sheet').getBoundingClientRect();
    const canvas = inside(element, 'canvas').getBoundingClientRect();
    tap(inside(element, '.sheet'), canvas.left - sheet.left + place * 64 + 28, canvas.top - sheet.top + 28);
  }) as unknown as Taps,
  'cnn-training-chart': [step(1), step(28), step(300)],
  'cnn-shape-calculator': [
    (element) => press(element, '[aria-label="More stride"]'),
    (element) => press(element, '[aria-label="More filters"]'),
    () => {},
  ],
};

describe.each(reached)('$tag by a finger alone', ({ tag, properties, live, rows, places }) => {
  it('says three places, and has their numbers in its table', async () => {
    const page = makePage();
    page.style.width = '1312px';
    // The table's button shows itself to the tab key alone; a page that is made for fingers sets the attribute.
    const element = await mount(tag, { ...properties, table: rows === undefined } as object, page);
    for (const [index, place] of places.entries()) {
      scripts[tag]![index]!(element);
      await settle(element);
      for (const said of place.said) expect(announced(element, live)).toContain(said);
      expect(shownIn(element, place, rows)).toBe(place.shows);
    }
  });
});

describe('cnn-draw-pad by a finger alone', () => {
  it('puts ink where it is touched, and says how many strokes there are', async () => {
    const pad = await mount('cnn-draw-pad', { noCentre: true });
    for (const [index, [row, column]] of (
      [
        [6, 6],
        [15, 14],
        [22, 20],
      ] as const
    ).entries()) {
      tapCell(pad, '.pad', [28, 28], [row, column]);
      await settle(pad);
      expect(inside(pad, 'canvas').getAttribute('aria-label')).toContain(
        index === 0 ? '1 stroke.' : `${index + 1} strokes.`,
      );
      expect(pad.value!.data[row * 28 + column]).toBeGreaterThan(0.5);
    }
  });
});

describe('cnn-training-controls by a finger alone', () => {
  it('steps and trains', async () => {
    const session = new FakeSession();
    const controls = await mount('cnn-training-controls', { session });
    const types = (): readonly ModelCommand['type'][] => session.commands.map(({ type }) => type);
    press(controls, '[part="step"]');
    await settle(controls);
    expect(types()).toEqual(['step']);
    press(controls, '[part="primary"]');
    await settle(controls);
    expect(types()).toEqual(['step', 'train']);
    session.state.set({ ...session.state.current!, phase: 'training' });
    await expect.poll(() => announced(controls, '.visually-hidden')).toBe('Training');
  });
});
