/** The five columns: figures, costs and changes, and how large the cells of their maps are. */
import type { PlainImage } from '@convlens/geometry';
import type { Palette } from '../../render/palette.js';
import { largestSize } from '../../render/scale.js';
import type { Ramps, Scale } from '../../render/scale.js';
import type { Cell, Column } from './lab.js';
import type { Box, MapFigure } from './map-painter.js';
import { changeBetween } from './shift.js';
import { costOf, gradientOf, termsOf, wayNames } from './ways.js';
import type { PoolingSettings, Solved, WayName } from './ways.js';

export type PerWay = Readonly<Record<WayName, Float64Array>>;

const gap = 20;
const narrowest = 150;
/** On a phone two narrow columns compare better than one. */
const narrowestPair = 120;

/** Five columns where there is room, else three, two or one. */
export const columnsAcross = (width: number): number =>
  [5, 3, 2].find((count) => width >= count * (count === 2 ? narrowestPair : narrowest) + (count - 1) * gap) ??
  1;

export const columnWidth = (width: number): number => {
  const count = columnsAcross(width);
  return Math.floor((width - (count - 1) * gap) / count);
};

/** With what each cell of the map counts in all outputs together: the gradient of their sum. */
export const sharesOf = (map: PlainImage, settings: PoolingSettings, solved: Solved): PerWay =>
  perWay((way) =>
    gradientOf(way, map, settings, new Float64Array(solved.outputs[way].values.length).fill(1)),
  );

/** Where a gradient of 1 at one output cell goes. Without a pooling each cell of the window has one of its own. */
export const gradientsAt = (
  map: PlainImage,
  settings: PoolingSettings,
  solved: Solved,
  [row, column]: Cell,
): PerWay =>
  perWay((way) => {
    const { values, shape } = solved.outputs[way];
    const dy = new Float64Array(values.length);
    const [height, width] = way === 'none' ? [settings.windowSize, settings.windowSize] : [1, 1];
    const [top, left] = way === 'none' ? [row * settings.stride, column * settings.stride] : [row, column];
    for (let down = 0; down < height; down++)
      dy.fill(1, (top + down) * shape[1] + left, (top + down) * shape[1] + left + width);
    return gradientOf(way, map, settings, dy);
  });

function perWay(make: (way: WayName) => Float64Array): PerWay {
  const [max, average, l2, convolution, none] = wayNames.map(make) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { max, average, l2, convolution, none };
}

interface ColumnsOf {
  /** Of one channel, shifted. */
  readonly map: PlainImage;
  readonly scale: Scale;
  readonly solved: Solved;
  /** The same before the shift. */
  readonly before: Solved;
  readonly settings: PoolingSettings;
  readonly channels: number;
  readonly shares: PerWay;
  /** Shown in the place of the input. */
  readonly gradients: PerWay | undefined;
  readonly gradientScale: Scale;
  readonly cell: Cell;
  readonly width: number;
  readonly ramps: Ramps;
  readonly gradientRamps: Ramps;
  readonly colour: Palette['colour'];
  readonly write: MapFigure['write'];
}

export function columnsOf(given: ColumnsOf): readonly Column[] {
  const { map, scale, solved, before, settings, gradients, cell, width, ramps, colour, write } = given;
  const { windowSize, stride } = settings;
  const window: Box = {
    row: cell[0] * stride,
    column: cell[1] * stride,
    height: windowSize,
    width: windowSize,
  };
  const inputCell = cellSize(map, width, 28);
  return wayNames.map((way): Column => {
    const output = solved.outputs[way];
    const base = { cell: inputCell, colour, write, mark: window };
    const gradient = gradients?.[way];
    return {
      way,
      input: gradient
        ? {
            ...base,
            map: { values: gradient, shape: map.shape },
            scale: given.gradientScale,
            ramps: given.gradientRamps,
            shares: undefined,
          }
        : // Every cell of an untouched map counts wholly: dots would say nothing.
          { ...base, map, scale, ramps, shares: way === 'none' ? undefined : given.shares[way] },
      output: {
        ...base,
        map: output,
        scale: outputScale(way, output, scale),
        ramps,
        // As large as the cells that it stands for, where that fits.
        cell: way === 'none' ? inputCell : cellSize(output, width, Math.max(inputCell * stride, 8)),
        mark: way === 'none' ? window : { row: cell[0], column: cell[1], height: 1, width: 1 },
        shares: undefined,
      },
      cost: costOf(way, given.channels, { windowSize, output: solved.plan.output }),
      change: changeBetween(before.outputs[way].values, output.values),
      terms: termsOf(way, map, settings, cell),
    };
  });
}

const highest = 420;

/** Whole pixels, where there is one for each cell. */
function cellSize({ shape: [height, width] }: PlainImage, available: number, most: number): number {
  const size = Math.min(most, available / width, highest / height);
  return size >= 1 ? Math.floor(size) : size;
}

/** On the input's scale, so that columns compare; what does not fit it has its own. */
function outputScale(way: WayName, { values }: PlainImage, { kind, limit }: Scale): Scale {
  const largest = largestSize(values);
  const own = Math.max(limit, largest);
  if (way === 'l2') return { kind: 'activation', limit: own };
  if (kind === 'signed' || hasNegative(values)) return { kind: 'signed', limit: own };
  return { kind: 'activation', limit: own };
}

function hasNegative(values: ArrayLike<number>): boolean {
  for (let at = 0; at < values.length; at++) if (values[at]! < 0) return true;
  return false;
}
