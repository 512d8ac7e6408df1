/** Drawn lines, corners and simple figures of which everything is known: what a detector should answer to, without a collection. */
import { randomKey, uniformAt } from '@convlens/random';
import type { ImageBatch } from '@convlens/types';
import { Dataset } from '../dataset.js';
import { invalidOption } from '../errors.js';
import { inkOf } from './figure.js';
import type { Figure, StrokeKind } from './figure.js';
import { paint } from './ink.js';
import { randomFigure } from './random-figure.js';
import type { Range } from './random-figure.js';

export interface StrokesOptions {
  /** A whole number; 0 unless told. */
  readonly seed?: number;
  /** Height and width in pixels, 12 to 1024; 28 unless told. */
  readonly size?: number;
  /**
   * What is drawn, each as likely as the others; a label is a place in this list. Lines, corners, circles, squares, triangles and crosses
   * unless told; `'edge'` (ink on one side) and `'dot'` on request.
   */
  readonly kinds?: readonly StrokeKind[];
  /** Between which angles, in degrees; every angle unless told. `[0, 0]` is exactly 0, `[-5, 5]` is round about it. */
  readonly angles?: Range;
  /** Between which widths lines are, in pixels, 1 to an eighth of the picture; 1.5 to 3 of 28 unless told. */
  readonly thickness?: Range;
}

/** One picture with what is known of it; `kind` tells which answers there are. */
export type Stroke = Figure & {
  readonly index: number;
  readonly label: number;
  readonly thickness: number;
  /** `[1, size, size, 1]`, 0 paper to 1 ink. */
  readonly image: ImageBatch & { readonly data: Float32Array };
};

/** Endless: go through them with `for … of`, ask for one, or take the first as a data set. */
export interface Strokes extends Iterable<Stroke> {
  readonly classNames: readonly StrokeKind[];
  /** The same one for the same seed and options, on every machine and in every order. */
  at(index: number): Stroke;
  /** The first `count`: row `i` is `at(i)`, the label is its kind. A `TrainingData`, for a `Trainer`. */
  take(count: number): Dataset;
}

const usualKinds: readonly StrokeKind[] = ['line', 'corner', 'circle', 'square', 'triangle', 'cross'];

/**
 * Draws pictures with known answers, as many as are asked for: kind, angle, place and size of a figure that lies wholly within the picture.
 *
 * Pixels are anti-aliased: each takes ink by the distance of its middle from the figure's edge, over one pixel. Places are `[row, column]`
 * in pixels from the upper left corner, so the middle of the first pixel is `[0.5, 0.5]`. Angles are in degrees, counter-clockwise: a line
 * of 0 lies, of 45 rises to the right, of 90 stands. Nothing but arithmetic that every machine rounds alike makes a pixel.
 *
 * @throws DatasetError `INVALID_OPTION`; RangeError for a seed that is none.
 * @example
 * const drawn = strokes({ seed: 1, kinds: ['line'], angles: [90, 90] });
 * drawn.at(0).angle // 90
 * drawn.at(0).image.shape // [1, 28, 28, 1]
 * drawn.take(100).images.shape // [100, 28, 28, 1]
 */
export function strokes(options: StrokesOptions = {}): Strokes {
  const { seed = 0, size = 28, kinds = usualKinds, angles } = options;
  const thickness = options.thickness ?? [Math.max(1, (1.5 / 28) * size), (3 / 28) * size];
  check(size, kinds, angles, thickness);
  // Asks for the seed now, not when the first picture is drawn.
  randomKey(seed);

  const atIndex = (index: number): Stroke => {
    if (!(Number.isSafeInteger(index) && index >= 0))
      throw invalidOption(
        'strokes.at',
        'index',
        'a whole number of 0 or more',
        index,
        'Count pictures from 0.',
      );
    const key = randomKey(seed, 'strokes', index);
    let drawn = 0;
    const draw = (): number => uniformAt(key, drawn++);
    const label = Math.floor(draw() * kinds.length);
    const width = thickness[0] + (thickness[1] - thickness[0]) * draw();
    const figure = randomFigure(kinds[label]!, size, width, angles, draw);
    const data = paint(inkOf(figure, width), size, size);
    return { ...figure, index, label, thickness: width, image: { shape: [1, size, size, 1], data } };
  };

  return {
    classNames: kinds,
    at: atIndex,
    take(count) {
      if (!(Number.isInteger(count) && count > 0))
        throw invalidOption('strokes.take', 'count', 'a whole number of 1 or more', count, 'Count pictures.');
      const pixels = size * size;
      const data = new Float32Array(count * pixels);
      const labels = new Uint8Array(count);
      for (let index = 0; index < count; index++) {
        const { image, label } = atIndex(index);
        data.set(image.data, index * pixels);
        labels[index] = label;
      }
      return new Dataset({ images: { shape: [count, size, size, 1], data }, labels, classNames: kinds });
    },
    *[Symbol.iterator]() {
      for (let index = 0; ; index++) yield atIndex(index);
    },
  };
}

const everyKind: Readonly<Record<StrokeKind, true>> = {
  line: true,
  corner: true,
  circle: true,
  square: true,
  triangle: true,
  cross: true,
  edge: true,
  dot: true,
};

function check(
  size: number,
  kinds: readonly StrokeKind[],
  angles: Range | undefined,
  thickness: Range,
): void {
  if (!(Number.isInteger(size) && size >= 12 && size <= 1024))
    throw invalidOption('strokes', 'size', 'a whole number from 12 to 1024', size, 'MNIST has 28.');
  const unknown = kinds.find((kind) => !Object.hasOwn(everyKind, kind));
  if (kinds.length === 0 || unknown !== undefined || new Set(kinds).size < kinds.length) {
    throw invalidOption(
      'strokes',
      'kinds',
      `different ones of ${Object.keys(everyKind).join(', ')}`,
      unknown ?? kinds,
      'Leave it out for the usual six.',
    );
  }
  if (angles && !(angles.every(Number.isFinite) && angles[0] <= angles[1]))
    throw invalidOption(
      'strokes',
      'angles',
      'two angles in degrees, the smaller first',
      angles,
      'Leave it out for all.',
    );
  const [thinnest, thickest] = thickness;
  if (!(thinnest >= 1 && thickest >= thinnest && thickest <= size / 8)) {
    throw invalidOption(
      'strokes',
      'thickness',
      `two widths from 1 to ${size / 8}, the smaller first`,
      thickness,
      'Thin lines have gaps, thick ones are blots.',
    );
  }
}
