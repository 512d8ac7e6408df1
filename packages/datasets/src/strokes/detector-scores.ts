/** Which kernel of a first layer answers to which known detector: once by what it looks like, once by what it does. */
import { invalidOption } from '../errors.js';
import { areaUnderCurve } from './area-under-curve.js';
import { detectorKernel, detectorNames, detectors, lineWidth } from './detectors.js';
import type { DetectorName } from './detectors.js';
import type { Place } from './ink.js';
import { strokes } from './strokes.js';

export interface DetectorScoresOptions {
  /** The weights of a convolutional layer, `[height, width, inChannels, filters]`, row-major. */
  readonly filter: ArrayLike<number>;
  readonly shape: readonly [height: number, width: number, inChannels: number, filters: number];
  /** Of the strokes; 0 unless told. */
  readonly seed?: number;
  /** Strokes drawn for each detector; 40 unless told. */
  readonly count?: number;
  /** Height and width of the strokes' pictures in pixels, at least four times the kernel; that, or 28 if it is more, unless told. */
  readonly size?: number;
}

export interface DetectorScore {
  readonly detector: DetectorName;
  /** How much the kernel looks like the detector, -1 to 1. */
  readonly cosine: number;
  /** Where the detector was moved for that, `[rows, columns]`. */
  readonly shift: Place;
  /** Mean response to strokes of the detector, 0 to 1. */
  readonly response: number;
  /** Mean response to the strokes of all others. */
  readonly otherResponse: number;
  /** How often the response to a stroke of the detector is larger than that to another one: 0.5 is chance. */
  readonly auc: number;
}

/** Of one kernel. */
export interface KernelScore {
  /** One for each detector, always in the same order. */
  readonly scores: readonly DetectorScore[];
  /** The detector with the largest cosine; absent where the kernel is flat. */
  readonly looksLike?: DetectorName;
  /** The detector with the largest AUC; absent where the kernel is flat. */
  readonly answersTo?: DetectorName;
}

/** Strokes lie within so many degrees of their detector. */
const spread = 10;

/**
 * Holds every kernel of a first layer against thirteen known detectors: four lines, four edges, four corners, a dot.
 *
 * The channels of a kernel are added, which is what it does to a grey picture, and its mean is taken off, because the amount of ink alone
 * is no answer: `k` below. Two scores for each detector `d`:
 *
 * - `cosine = k . d / (|k| |d|)`, `d` free of its mean too, at the best of the shifts below a quarter of the kernel. This is the
 *   normalised cross-correlation of Lewis, "Fast normalized cross-correlation" (Vision Interface 1995).
 * - `auc`: strokes of each detector are drawn, within 10 degrees of its angle and about as wide as the kernel takes in. A line or an edge
 *   runs through its picture: there the response of `k` is `sum of max(0, k . p) / sum of |k| |p - mean p|` over the windows `p`, the share of
 *   the picture's contrast that it answers to. A corner or a dot is in one place: there it is the largest `k . p` over the largest
 *   `|k| |p - mean p|`. The AUC tells how well that separates the strokes of `d` from those of all others (Hanley and McNeil, Radiology 1982).
 *
 * A negative cosine is the detector with dark and bright exchanged. The two scores may disagree: a kernel can look a little like something
 * and answer more to something else. In a window of 3 x 3 a corner is hardly more than two edges, and its kernel answers to those. Channels
 * that cancel out (a kernel for colours) leave nothing to compare.
 *
 * @throws DatasetError `INVALID_OPTION` when filter and shape do not fit together or a weight is not finite; RangeError for a seed that is none.
 * @example
 * const sobel = { filter: [-1, 0, 1, -2, 0, 2, -1, 0, 1], shape: [3, 3, 1, 1] };
 * detectorScores(sobel)[0].looksLike // 'brightRight'
 */
export function detectorScores(options: DetectorScoresOptions): readonly KernelScore[] {
  const { filter, shape, seed = 0, count = 40 } = options;
  const [height, width] = shape;
  const leastSize = 4 * Math.max(height, width);
  const size = options.size ?? Math.max(28, leastSize);
  check(options, count, size, leastSize);
  const kernels = greyKernels(filter, shape);
  const thinnest = lineWidth(height, width);
  const maps = detectorNames.map((name) => shiftedDetectors(name, height, width));
  const responses = detectorNames.map((name) => {
    const { kind, angle } = detectors[name];
    const drawn = strokes({
      seed,
      size,
      kinds: [kind],
      angles: [angle - spread, angle + spread],
      thickness: [thinnest, 1.5 * thinnest],
    });
    const pictures = Array.from({ length: count }, (_, index) => drawn.at(index).image.data);
    return pictures.map((picture) => responsesTo(picture, size, kernels, height, width));
  });
  return kernels.map((kernel, k) => {
    const isFlat = norm(kernel) === 0;
    const scores = detectorNames.map((detector, d): DetectorScore => {
      const { kind } = detectors[detector];
      const measure = kind === 'line' || kind === 'edge' ? 'share' : 'strongest';
      const own = responses[d]!.map((picture) => picture[k]![measure]);
      const others = responses.flatMap((group, g) =>
        g === d ? [] : group.map((picture) => picture[k]![measure]),
      );
      return {
        detector,
        ...mostAlike(kernel, maps[d]!),
        response: mean(own),
        otherResponse: mean(others),
        auc: areaUnderCurve(own, others),
      };
    });
    if (isFlat) return { scores };
    return { scores, looksLike: best(scores, 'cosine'), answersTo: best(scores, 'auc') };
  });
}

/** The kernels as one channel each, free of their mean. */
function greyKernels(
  filter: ArrayLike<number>,
  [height, width, channels, filters]: DetectorScoresOptions['shape'],
): readonly Float64Array[] {
  return Array.from({ length: filters }, (_, f) => {
    const kernel = new Float64Array(height * width);
    for (let cell = 0; cell < kernel.length; cell++)
      for (let c = 0; c < channels; c++) kernel[cell]! += filter[(cell * channels + c) * filters + f]!;
    return withoutMean(kernel);
  });
}

interface ShiftedDetector {
  readonly shift: Place;
  readonly kernel: Float64Array;
}

/** The middle first: of equally good places it is the one that counts. */
function shiftedDetectors(name: DetectorName, height: number, width: number): readonly ShiftedDetector[] {
  const most = Math.floor((Math.min(height, width) - 1) / 4);
  const steps = Array.from({ length: 2 * most + 1 }, (_, i) => i - most);
  const shifts = steps.flatMap((rows) => steps.map((columns): Place => [rows, columns]));
  shifts.sort(([a, b], [c, d]) => a * a + b * b - (c * c + d * d));
  return shifts.map((shift) => ({
    shift,
    kernel: withoutMean(Float64Array.from(detectorKernel(name, height, width, shift))),
  }));
}

function mostAlike(
  kernel: Float64Array,
  candidates: readonly ShiftedDetector[],
): Pick<DetectorScore, 'cosine' | 'shift'> {
  let found = { cosine: -Infinity, shift: candidates[0]!.shift };
  for (const { kernel: detector, shift } of candidates) {
    const cosine = cosineOf(kernel, detector);
    // A line that is moved along itself is the same but for rounding.
    if (cosine > found.cosine + 1e-9) found = { cosine, shift };
  }
  return found;
}

/** Nothing is like a flat kernel: 0. */
function cosineOf(a: Float64Array, b: Float64Array): number {
  const length = norm(a) * norm(b);
  return length === 0 ? 0 : dot(a, b) / length;
}

/** Of one kernel to one picture, both 0 to 1. */
interface Response {
  readonly share: number;
  readonly strongest: number;
}

/** One a kernel, over all windows that lie wholly in the picture. */
function responsesTo(
  picture: Float32Array,
  size: number,
  kernels: readonly Float64Array[],
  height: number,
  width: number,
): readonly Response[] {
  const patch = new Float64Array(height * width);
  const sums = kernels.map(() => 0);
  const largest = kernels.map(() => 0);
  let [contrast, mostContrast] = [0, 0];
  for (let top = 0; top + height <= size; top++) {
    for (let left = 0; left + width <= size; left++) {
      for (let row = 0; row < height; row++)
        for (let column = 0; column < width; column++)
          patch[row * width + column] = picture[(top + row) * size + left + column]!;
      const length = norm(withoutMean(patch));
      if (length === 0) continue;
      contrast += length;
      mostContrast = Math.max(mostContrast, length);
      kernels.forEach((kernel, k) => {
        const answer = dot(kernel, patch);
        if (answer <= 0) return;
        sums[k]! += answer;
        largest[k] = Math.max(largest[k]!, answer);
      });
    }
  }
  return kernels.map((kernel, k) => {
    const length = norm(kernel);
    if (length === 0) return { share: 0, strongest: 0 };
    return { share: sums[k]! / (length * contrast), strongest: largest[k]! / (length * mostContrast) };
  });
}

/** In place. What is left of a flat one by rounding is taken off as well. */
function withoutMean(values: Float64Array): Float64Array {
  const middle = mean(values);
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  for (let i = 0; i < values.length; i++) {
    const rest = values[i]! - middle;
    values[i] = Math.abs(rest) > largest * 1e-12 ? rest : 0;
  }
  return values;
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

const norm = (values: Float64Array): number => Math.sqrt(dot(values, values));

const mean = (values: Float64Array | readonly number[]): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
};

const best = (scores: readonly DetectorScore[], by: 'cosine' | 'auc'): DetectorName =>
  scores.reduce((most, score) => (score[by] > most[by] ? score : most)).detector;

function check(
  { filter, shape }: DetectorScoresOptions,
  count: number,
  size: number,
  leastSize: number,
): void {
  const cells = shape.reduce((product, axis) => product * axis, 1);
  if (shape.length !== 4 || filter.length !== cells || cells === 0) {
    throw invalidOption(
      'detectorScores',
      'filter',
      `${cells} values long for shape [${shape.join(', ')}]`,
      filter.length,
      'The shape is [height, width, inChannels, filters].',
    );
  }
  const broken = Array.prototype.find.call(filter, (weight) => !Number.isFinite(weight)) as
    number | undefined;
  if (broken !== undefined)
    throw invalidOption(
      'detectorScores',
      'filter',
      'finite',
      broken,
      'Take weights from before training broke.',
    );
  if (size < leastSize)
    throw invalidOption(
      'detectorScores',
      'size',
      `${leastSize} or more`,
      size,
      'Take four times the kernel.',
    );
  if (!(Number.isInteger(count) && count > 0))
    throw invalidOption(
      'detectorScores',
      'count',
      'a whole number of 1 or more',
      count,
      'Use 40 to begin with.',
    );
}
