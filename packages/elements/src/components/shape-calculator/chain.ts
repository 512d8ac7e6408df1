/** The layers before the one that is calculated: what they make of the image's size, and what of the image one of their cells sees. */
import { effectiveSize, GeometryError, unclippedField, windowPlan } from '@convlens/geometry';
import type { Padding, WindowPlan } from '@convlens/geometry';
import { brokenNumber } from './number-rules.js';
import type { BrokenNumber } from './number-rules.js';

export interface ChainLayer {
  readonly kind: 'conv' | 'pool';
  /** Cells of a side of the window. */
  readonly window: number;
  readonly stride: number;
  readonly padding: 'same' | 'valid' | number;
  readonly dilation: number;
}

export const mostLayers = 12;

/** A layer whose window fits nowhere: the largest that does. */
export interface BrokenWindow {
  readonly rule: 'window';
  readonly message: string;
  readonly nearest: number;
}

/** `[height, width]`, as in geometry. */
export type Size = readonly [height: number, width: number];

/** Of the image, what one cell sees, and how far from what its neighbour sees. */
export interface Field {
  readonly sees: Size;
  readonly every: Size;
}

export interface ChainPlan {
  readonly plans: readonly WindowPlan[];
  readonly output: Size;
}

/** The window that is broken, and which layer's it is. */
export interface BrokenChain {
  readonly at: number;
  readonly broken: BrokenNumber | BrokenWindow;
}

export function planChain(image: Size, layers: readonly ChainLayer[]): ChainPlan | BrokenChain {
  const plans: WindowPlan[] = [];
  for (const [at, layer] of layers.entries()) {
    const plan = planOf(plans.at(-1)?.output ?? image, layer);
    if ('rule' in plan) return { at, broken: plan };
    plans.push(plan);
  }
  return { plans, output: plans.at(-1)?.output ?? image };
}

export type WindowOf = Pick<ChainLayer, 'window' | 'stride' | 'padding' | 'dilation'>;

export function planOf(input: Size, layer: WindowOf): WindowPlan | BrokenNumber | BrokenWindow {
  const { window, stride, padding, dilation } = layer;
  const broken =
    brokenNumber('kernel', window) ??
    brokenNumber('stride', stride) ??
    (typeof padding === 'number' ? brokenNumber('cells', padding) : undefined) ??
    brokenNumber('dilation', dilation);
  if (broken) return broken;
  try {
    return windowPlan('Conv2D', { input, window, strides: stride, padding, dilations: dilation });
  } catch (error) {
    if (!(error instanceof GeometryError)) throw error;
    return { rule: 'window', message: error.message, nearest: largestWindow(input, padding, dilation) };
  }
}

/** (window − 1)·dilation + 1 must not be more than the smaller side with its padding. */
function largestWindow(input: Size, padding: Padding, dilation: number): number {
  const pads = typeof padding === 'number' ? 2 * padding : 0;
  return Math.max(1, Math.floor((Math.min(...input) + pads - 1) / dilation) + 1);
}

/** Of one cell after the last of these, where the image has no border. */
export function fieldOf(plans: readonly WindowPlan[]): Field {
  const [first, next] = [unclippedField(plans, [0, 0]), unclippedField(plans, [1, 1])];
  return {
    sees: [first.bottom - first.top, first.right - first.left],
    every: [next.top - first.top, next.left - first.left],
  };
}

/** Along an axis, from the first cell to the last that the window touches. */
export const seesOf = ({ window, dilation }: WindowOf): number => effectiveSize(window, dilation);

const newLayer: ChainLayer = { kind: 'conv', window: 3, stride: 1, padding: 'same', dilation: 1 };
export const addedTo = (layers: readonly ChainLayer[]): readonly ChainLayer[] => [...layers, newLayer];

/**
 * Layers as text: `conv 5 same, pool 2`. First the kind and the window; then, where they are not 1 (a pooling's stride: its window),
 * `stride 2`, `dilation 2`, and `same` or `padding 1`. Returns the part that is none of this where it cannot be read.
 */
export function parseChain(text: string): readonly ChainLayer[] | { readonly unread: string } {
  const layers: ChainLayer[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '' && text.trim() === '') continue;
    const layer = parseLayer(part);
    if (!layer) return { unread: part };
    layers.push(layer);
  }
  return layers.length > mostLayers ? { unread: `${layers.length} layers` } : layers;
}

const pattern =
  /^(?<kind>conv|pool) (?<window>\d+)(?: stride (?<stride>\d+))?(?: dilation (?<dilation>\d+))?(?: (?:(?<word>same|valid)|padding (?<cells>\d+)))?$/;

function parseLayer(part: string): ChainLayer | undefined {
  const found = pattern.exec(part.replace(/\s+/g, ' '))?.groups;
  if (!found) return undefined;
  const { kind, window, stride, dilation = '1', word, cells } = found;
  return {
    // The pattern knows no other kinds and words.
    kind: kind as ChainLayer['kind'],
    window: Number(window),
    stride: Number(stride ?? (kind === 'pool' ? window : '1')),
    padding: cells === undefined ? ((word as 'same' | 'valid' | undefined) ?? 'valid') : Number(cells),
    dilation: Number(dilation),
  };
}

export function writeChain(layers: readonly ChainLayer[]): string {
  return layers
    .map(({ kind, window, stride, padding, dilation }) =>
      [
        `${kind} ${window}`,
        ...(stride === (kind === 'pool' ? window : 1) ? [] : [`stride ${stride}`]),
        ...(dilation === 1 ? [] : [`dilation ${dilation}`]),
        ...(padding === 'valid' ? [] : [typeof padding === 'number' ? `padding ${padding}` : padding]),
      ].join(' '),
    )
    .join(', ');
}
