/** Which examples a filter leaves, how many are of each class, and what is wrong with a set of labels. No drawing. */
import type { ImageBatch } from '@convlens/types';
import { imageFlaw } from './images.js';
import type { ImageFlaw } from './images.js';

/** Images with one class each; a `Dataset` of `@convlens/datasets` is one. */
export interface GridData {
  readonly images: ImageBatch;
  /** Entry `i` is the class of image `i`, from 0. */
  readonly labels: ArrayLike<number>;
  /** By class. Without them classes are called by their numbers. */
  readonly classNames?: readonly string[];
}

export type GridFlaw =
  | ImageFlaw
  | { readonly flaw: 'missing'; readonly name: 'images' | 'labels' }
  | { readonly flaw: 'labels'; readonly images: number; readonly labels: number };

export function gridFlaw({ images, labels }: GridData): GridFlaw | undefined {
  // Data may come from a file: what is missing is named.
  if (!images) return { flaw: 'missing', name: 'images' };
  if (!labels) return { flaw: 'missing', name: 'labels' };
  const flaw = imageFlaw(images);
  if (flaw) return flaw;
  const [count] = images.shape;
  return labels.length === count ? undefined : { flaw: 'labels', images: count, labels: labels.length };
}

/** A class that images have, and how many have it. */
export interface ClassCount {
  readonly label: number;
  /** Undefined where the label has none: it is out of the range of the names. */
  readonly name: string | undefined;
  readonly count: number;
}

/** Every named class, and every label that has no name, by number; what is no number stands last. */
export function classCounts({ labels, classNames }: GridData): readonly ClassCount[] {
  const counts = new Map<number, number>((classNames ?? []).map((_, label) => [label, 0]));
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index]!;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const order = (label: number): number => (Number.isNaN(label) ? Infinity : label);
  return [...counts]
    .sort(([a], [b]) => (order(a) === order(b) ? 0 : order(a) - order(b)))
    .map(([label, count]) => ({ label, name: nameOf(label, classNames), count }));
}

/** Without names every whole number from 0 is its own name. */
export function nameOf(label: number, classNames: readonly string[] | undefined): string | undefined {
  if (classNames) return classNames[label];
  return Number.isInteger(label) && label >= 0 ? String(label) : undefined;
}

/** The images of one class, or all where `label` is undefined. NaN finds those whose label is NaN. */
export function indicesOf({ labels }: GridData, label: number | undefined): readonly number[] {
  const all = Array.from({ length: labels.length }, (_, index) => index);
  return label === undefined ? all : all.filter((index) => Object.is(labels[index], label));
}

/** Where a key leads among `count` thumbnails in rows of `columns`; undefined for a key that leads nowhere. */
export function placeAfter(
  key: string,
  place: number,
  count: number,
  columns: number,
  pageSize: number,
): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place - columns,
    ArrowDown: place + columns,
    PageUp: place - pageSize,
    PageDown: place + pageSize,
    Home: 0,
    End: count - 1,
  };
  const next = Object.hasOwn(moves, key) ? moves[key]! : undefined;
  return next === undefined ? undefined : Math.max(0, Math.min(count - 1, next));
}
