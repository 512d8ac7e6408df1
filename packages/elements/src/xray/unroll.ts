/**
 * One number taken apart, and one of the numbers that it is made of, and so on down to a pixel. A level is one number with all
 * that made it; which of its inputs the next level takes apart is a visitor's choice, else the one that counts most. No words.
 */
import type { ActivationName } from '@convlens/types';
import type { SumTerm } from '../parts/sum-figure.js';
import { cellIndex, convolutionTerms, visitWindow } from '../trace/explain.js';
import type { CellAddress, Term } from '../trace/explain.js';
import { kernelPlane } from '../trace/look-inside.js';
import type { Trace, Values } from '../trace/trace.js';

interface LevelBase {
  readonly cell: CellAddress;
  /** The engine's number. */
  readonly value: number;
  /** What the next level takes apart. */
  readonly next: CellAddress | undefined;
}

export interface PixelLevel extends LevelBase {
  readonly kind: 'pixel';
}
/** A flattened number, or one that an activation layer of its own has made. */
export interface PassLevel extends LevelBase {
  readonly kind: 'copy' | 'activation';
  readonly activation: ActivationName;
}
export interface PoolingLevel extends LevelBase {
  readonly kind: 'pooling';
  readonly pooling: 'max' | 'average';
  /** Row-major over the part of the window that lies on the map: what is padded counts for nothing, and is left out. */
  readonly candidates: readonly CellAddress[];
  readonly values: readonly number[];
  /** Of that part; nothing of a window that lies wholly in the padding. */
  readonly size: readonly [height: number, width: number];
  readonly chosen: number;
}
interface SumLevel extends LevelBase {
  readonly activation: ActivationName;
  readonly bias: number;
  /** Before the activation: all products and the bias, added here in float64. */
  readonly sum: number;
}
export interface ConvolutionLevel extends SumLevel {
  readonly kind: 'convolution';
  /** What each input map adds. */
  readonly maps: readonly Term[];
  /** The input map whose products are shown. */
  readonly map: number;
  readonly terms: readonly SumTerm[];
  readonly inputs: readonly (CellAddress | undefined)[];
  readonly size: readonly [height: number, width: number];
  readonly products: number;
  /** Place in the window, row-major. */
  readonly chosen: number;
}
export interface DenseLevel extends SumLevel {
  readonly kind: 'dense';
  /** The largest by size. */
  readonly products: readonly DenseProduct[];
  readonly rest: { readonly count: number; readonly amount: number };
  /** Place in `products`. */
  readonly chosen: number;
}
export interface DenseProduct {
  readonly from: CellAddress;
  readonly value: number;
  readonly weight: number;
  readonly product: number;
}
export type Level = PixelLevel | PassLevel | PoolingLevel | ConvolutionLevel | DenseLevel;

/** What a visitor has chosen at a stage: an input map, and a place in the window or in the list of products. */
export interface Pick {
  readonly map?: number;
  readonly place?: number;
}
export type Picks = ReadonlyMap<number, Pick>;

/** So many products of a dense layer are shown one by one. */
export const mostProducts = 12;

/** From the cell down to a pixel; ends early where the record lacks what it needs. */
export function unroll(trace: Trace, cell: CellAddress, picks: Picks = new Map()): readonly Level[] {
  const levels: Level[] = [];
  for (let at: CellAddress | undefined = cell; at;) {
    const level = levelOf(trace, at, picks.get(at.stage) ?? {});
    if (!level) break;
    levels.push(level);
    at = level.next;
  }
  return levels;
}

function levelOf(trace: Trace, cell: CellAddress, pick: Pick): Level | undefined {
  const stage = trace.stages[cell.stage];
  const value = stage && trace.values(cell.stage)?.[cellIndex(stage, cell)];
  if (!stage || value === undefined) return undefined;
  const base = { cell, value, next: undefined };
  if (stage.kind === 'image') return { ...base, kind: 'pixel' };
  const below = { ...cell, stage: cell.stage - 1 };
  if (stage.kind === 'strips') return { ...base, kind: 'copy', activation: 'linear', next: below };
  const inputs = trace.values(cell.stage - 1);
  if (!inputs) return undefined;
  if (stage.kind === 'maps' && stage.how === 'convolution') return convolution(trace, base, inputs, pick);
  if (stage.kind === 'maps' && stage.how === 'pooling')
    return pooling(trace, base, inputs, stage.pooling ?? 'max', pick);
  if (stage.kind === 'maps' || !stage.isDense)
    return { ...base, kind: 'activation', activation: stage.activation, next: below };
  return dense(trace, base, inputs, pick);
}

function convolution(
  trace: Trace,
  base: LevelBase,
  inputs: Values,
  pick: Pick,
): ConvolutionLevel | undefined {
  const { cell } = base;
  const stage = trace.stages[cell.stage]!;
  const maps = convolutionTerms(trace, cell);
  if (!maps || stage.kind !== 'maps' || !stage.plan) return undefined;
  const strongest = largest(maps.map(({ amount }) => amount));
  const map = maps.some(({ from }) => from === pick.map) ? pick.map! : maps[strongest]!.from;
  const kernel = kernelPlane(trace, cell, map);
  if (!kernel) return undefined;
  const [height, width] = kernel.size;
  const places: (number | undefined)[] = Array.from({ length: height * width }, () => undefined);
  visitWindow(trace, { ...cell, unit: map }, (input, window) => (places[window] = input));
  const found = places.map((place) =>
    place === undefined ? undefined : addressOf(trace, cell.stage - 1, place),
  );
  const terms = places.map((place, index): SumTerm => {
    const [value, weight] = [place === undefined ? 0 : inputs[place]!, kernel.values[index]!];
    return { window: [Math.floor(index / width), index % width], value, weight, product: value * weight };
  });
  const chosen = choose(
    pick.place,
    found,
    terms.map(({ product }) => product),
  );
  const bias = trace.weight(cell.stage, 'bias')?.[cell.unit] ?? 0;
  return {
    ...base,
    kind: 'convolution',
    activation: stage.activation,
    bias,
    sum: maps.reduce((sum, { amount }) => sum + amount, bias),
    maps,
    map,
    terms,
    inputs: found,
    size: kernel.size,
    products: maps.length * height * width,
    chosen,
    next: found[chosen],
  };
}

function pooling(
  trace: Trace,
  base: LevelBase,
  inputs: Values,
  kind: 'max' | 'average',
  pick: Pick,
): PoolingLevel | undefined {
  const { cell } = base;
  const stage = trace.stages[cell.stage]!;
  if (stage.kind !== 'maps' || !stage.plan) return undefined;
  const candidates: CellAddress[] = [];
  const values: number[] = [];
  visitWindow(trace, cell, (place) => {
    candidates.push(addressOf(trace, cell.stage - 1, place));
    values.push(inputs[place]!);
  });
  // Padding lies at the edges alone: what is left of a window is a rectangle.
  const height = new Set(candidates.map(({ row }) => row)).size;
  const width = new Set(candidates.map(({ column }) => column)).size;
  // The first in row order, as the kernels decide ties; of a mean the largest part.
  const winner = values.indexOf(Math.max(...values));
  const chosen = pick.place !== undefined && candidates[pick.place] ? pick.place : Math.max(0, winner);
  return {
    ...base,
    kind: 'pooling',
    pooling: kind,
    candidates,
    values,
    size: [height, width],
    chosen,
    next: candidates[chosen],
  };
}

function dense(trace: Trace, base: LevelBase, inputs: Values, pick: Pick): DenseLevel | undefined {
  const { cell } = base;
  const stage = trace.stages[cell.stage]!;
  const kernel = trace.weight(cell.stage, 'kernel');
  if (!kernel || (stage.kind !== 'units' && stage.kind !== 'scores')) return undefined;
  const all = Array.from({ length: inputs.length }, (_, place) => {
    const weight = kernel[place * stage.count + cell.unit]!;
    return { place, value: inputs[place]!, weight, product: inputs[place]! * weight };
  });
  const bySize = [...all].sort((a, b) => Math.abs(b.product) - Math.abs(a.product));
  const shown = bySize.slice(0, mostProducts);
  const rest = bySize.slice(mostProducts);
  const bias = trace.weight(cell.stage, 'bias')?.[cell.unit] ?? 0;
  const products = shown.map(({ place, ...product }) => ({
    ...product,
    from: addressOf(trace, cell.stage - 1, place),
  }));
  const chosen = pick.place !== undefined && products[pick.place] ? pick.place : 0;
  return {
    ...base,
    kind: 'dense',
    activation: stage.activation,
    bias,
    sum: all.reduce((sum, { product }) => sum + product, bias),
    products,
    rest: { count: rest.length, amount: rest.reduce((sum, { product }) => sum + product, 0) },
    chosen,
    next: products[chosen]?.from,
  };
}

/** A place in a stage's tensor, channels last, as row, column and unit. */
export function addressOf(trace: Trace, stage: number, place: number): CellAddress {
  const { size, count } = trace.stages[stage]!;
  const cell = Math.floor(place / count);
  return { stage, unit: place % count, row: Math.floor(cell / size[1]), column: cell % size[1] };
}

/** What was picked, if it is there; else the largest by size among those that are there. */
function choose(
  picked: number | undefined,
  found: readonly (CellAddress | undefined)[],
  amounts: readonly number[],
): number {
  if (picked !== undefined && found[picked]) return picked;
  return largest(amounts.map((amount, index) => (found[index] ? amount : NaN)));
}

/** Of the largest size; the first where none is a number. */
function largest(amounts: readonly number[]): number {
  let best = 0;
  amounts.forEach((amount, index) => {
    if (!(Math.abs(amounts[best]!) >= Math.abs(amount)) && !Number.isNaN(amount)) best = index;
  });
  return best;
}
