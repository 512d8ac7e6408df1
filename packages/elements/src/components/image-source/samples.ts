/** Pictures to begin with, drawn by arithmetic in red, green and blue: scenes and patterns for a lab, digits in colour for a network. */
import type { ImageBatch } from '@convlens/types';
import { rasterize } from '../../draw/rasterize.js';
import type { Point, Stroke } from '../../draw/stroke.js';

export type PatternName = 'disc' | 'rings' | 'bricks';
export type DigitName = 'zero' | 'three' | 'four' | 'seven';
export type SampleName = PatternName | DigitName;

export interface Sample {
  readonly name: SampleName;
  readonly image: ImageBatch;
}

type Colour = readonly [red: number, green: number, blue: number];

const side = 96;

export const photoSamples = (): readonly Sample[] => [
  ...(['disc', 'rings', 'bricks'] as const).map((name) => ({ name, image: picture(patterns[name]) })),
  ...(['seven', 'three'] as const).map(digitSample),
];

export const digitSamples = (): readonly Sample[] =>
  (['seven', 'three', 'zero', 'four'] as const).map(digitSample);

const digitSample = (name: DigitName): Sample => ({ name, image: digitPicture(digits[name]) });

/** @param colourAt Of the middle of a pixel, in shares of the side. */
function picture(colourAt: (x: number, y: number) => Colour): ImageBatch {
  const data = new Uint8Array(side * side * 3);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const colour = colourAt((column + 0.5) / side, (row + 0.5) / side);
      data.set(
        colour.map((light) => Math.round(light * 255)),
        (row * side + column) * 3,
      );
    }
  }
  return { shape: [1, side, side, 3], data };
}

const mixed = (from: Colour, to: Colour, share: number): Colour => {
  const part = Math.min(1, Math.max(0, share));
  const mix = (light: 0 | 1 | 2): number => from[light] + (to[light] - from[light]) * part;
  return [mix(0), mix(1), mix(2)];
};

const patterns: Readonly<Record<PatternName, (x: number, y: number) => Colour>> = {
  /** Every hue round the middle, paler inwards. */
  disc(x, y) {
    const [right, down] = [x - 0.5, y - 0.5];
    const distance = Math.hypot(right, down);
    const turn = Math.atan2(down, right) / (2 * Math.PI);
    const light = (shift: number): number => 0.5 + 0.5 * Math.cos(2 * Math.PI * (turn - shift));
    const hue: Colour = [light(0), light(1 / 3), light(2 / 3)];
    const disc = mixed([1, 1, 1], hue, distance / 0.4);
    return mixed(disc, [0.09, 0.1, 0.13], (distance - 0.44) * side);
  },
  /** Rings that grow narrower outwards: where an operation leaves out pixels, they turn into other rings. */
  rings(x, y) {
    const squared = (x - 0.5) ** 2 + (y - 0.5) ** 2;
    const wave = 0.5 + 0.5 * Math.cos(squared * 2 * Math.PI * 36);
    return mixed([0.1, 0.16, 0.42], [0.98, 0.93, 0.78], wave);
  },
  /** Edges across and down, and nothing else. */
  bricks(x, y) {
    const row = Math.floor(y * 6);
    const along = (x * 3 + (row % 2) / 2) % 1;
    const down = (y * 6) % 1;
    if (along < 0.06 || down < 0.12) return [0.86, 0.83, 0.78];
    const shade = 0.5 + 0.5 * Math.sin(row * 12.9 + Math.floor(x * 3 + (row % 2) / 2) * 4.1);
    return mixed([0.6, 0.22, 0.14], [0.78, 0.38, 0.22], shade);
  },
};

interface Digit {
  readonly strokes: readonly Stroke[];
  readonly ink: Colour;
  readonly paper: Colour;
}

const point = (x: number, y: number): Point => ({ x, y });

/** Part of an ellipse, angles in degrees clockwise from the right. */
const arc = (x: number, y: number, radiusX: number, radiusY: number, from: number, to: number): Stroke =>
  Array.from({ length: 25 }, (_, index) => {
    const angle = ((from + ((to - from) * index) / 24) * Math.PI) / 180;
    return point(x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle));
  });

/** Dark on light and light on dark: a network is to see both alike. */
const digits: Readonly<Record<DigitName, Digit>> = {
  seven: {
    strokes: [[point(0.28, 0.2), point(0.7, 0.2), point(0.52, 0.48), point(0.42, 0.82)]],
    ink: [0.07, 0.16, 0.5],
    paper: [1, 0.99, 0.95],
  },
  three: {
    strokes: [arc(0.47, 0.35, 0.17, 0.16, -150, 90), arc(0.47, 0.66, 0.19, 0.17, -90, 150)],
    ink: [1, 0.93, 0.55],
    paper: [0.04, 0.25, 0.17],
  },
  zero: {
    strokes: [arc(0.5, 0.5, 0.2, 0.31, 0, 360)],
    ink: [0.62, 0.06, 0.1],
    paper: [1, 0.93, 0.68],
  },
  four: {
    strokes: [
      [point(0.36, 0.2), point(0.3, 0.54), point(0.7, 0.54)],
      [point(0.62, 0.22), point(0.57, 0.82)],
    ],
    ink: [0.96, 0.97, 1],
    paper: [0.08, 0.14, 0.34],
  },
};

function digitPicture({ strokes, ink, paper }: Digit): ImageBatch {
  const onPixels = strokes.map((stroke) => stroke.map(({ x, y }) => point(x * side, y * side)));
  const covered = rasterize(onPixels, side * 0.045, side);
  return picture((x, y) => mixed(paper, ink, covered[Math.floor(y * side) * side + Math.floor(x * side)]!));
}
