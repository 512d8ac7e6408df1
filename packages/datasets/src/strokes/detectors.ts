/** The detectors that kernels are compared with: each is the ink of a figure, seen through a window of the kernel's size. */
import { inkOf } from './figure.js';
import type { Figure, StrokeKind } from './figure.js';
import { paint } from './ink.js';
import type { Place } from './ink.js';

interface Detector {
  /** The strokes that it should answer to, and their angle. */
  readonly kind: StrokeKind;
  readonly angle: number;
}

/** Lines and dots are bright on dark; an edge says which side is bright, a corner which corner of a frame it is. */
export const detectors = {
  horizontalLine: { kind: 'line', angle: 0 },
  risingLine: { kind: 'line', angle: 45 },
  verticalLine: { kind: 'line', angle: 90 },
  fallingLine: { kind: 'line', angle: 135 },
  brightRight: { kind: 'edge', angle: 0 },
  brightTop: { kind: 'edge', angle: 90 },
  brightLeft: { kind: 'edge', angle: 180 },
  brightBottom: { kind: 'edge', angle: 270 },
  cornerBottomLeft: { kind: 'corner', angle: 0 },
  cornerBottomRight: { kind: 'corner', angle: 90 },
  cornerTopRight: { kind: 'corner', angle: 180 },
  cornerTopLeft: { kind: 'corner', angle: 270 },
  dot: { kind: 'dot', angle: 0 },
} as const satisfies Record<string, Detector>;

export type DetectorName = keyof typeof detectors;

// The keys of an object that has no others; TypeScript only says that they are strings.
export const detectorNames = Object.keys(detectors) as DetectorName[];

/**
 * The kernel of a detector, not yet free of its mean, row-major. Lines are a third of the shorter side wide, but at least a pixel, and
 * run through the window; a dot is half of it across.
 * @param shift Moves the figure out of the window's middle, `[rows, columns]`.
 * With a window of 3 x 3, `brightRight` is three rows of 0, 1/2, 1: Prewitt's kernel, once its mean is off.
 */
export function detectorKernel(
  name: DetectorName,
  height: number,
  width: number,
  [rows, columns]: Place = [0, 0],
): Float32Array {
  const { kind, angle } = detectors[name];
  const middle: Place = [height / 2 + rows, width / 2 + columns];
  const shorter = Math.min(height, width);
  // Longer than any window that it is seen through.
  const length = 4 * (height + width);
  const ink = inkOf(figureAt(kind, angle, middle, length, shorter / 4), lineWidth(height, width));
  return paint(ink, height, width);
}

/** Of the lines that fit a window: a third of its shorter side, but at least a pixel. */
export const lineWidth = (height: number, width: number): number => Math.max(1, Math.min(height, width) / 3);

function figureAt(
  kind: 'line' | 'edge' | 'corner' | 'dot',
  angle: number,
  middle: Place,
  length: number,
  radius: number,
): Figure {
  switch (kind) {
    case 'line':
      return { kind, angle, length, centre: middle };
    case 'dot':
      return { kind, radius, centre: middle };
    case 'edge':
      return { kind, angle, position: middle };
    case 'corner':
      return { kind, angle, length, position: middle };
    default:
      return kind satisfies never;
  }
}
