// Ten digits as a hand draws them: strokes of points in a unit square, y downwards. A stroke with `sharp` is a
// chain of straight lines; others bend smoothly through their points.

export type Point = readonly [x: number, y: number];

export interface Stroke {
  readonly points: readonly Point[];
  readonly sharp?: boolean;
}

export const digits: readonly (readonly Stroke[])[] = [
  // 0: once round, beginning at the top
  [
    {
      points: [
        [0.55, 0],
        [0.25, 0.12],
        [0.1, 0.5],
        [0.25, 0.88],
        [0.52, 1],
        [0.8, 0.85],
        [0.92, 0.48],
        [0.78, 0.12],
        [0.52, 0.01],
      ],
    },
  ],
  // 1: one stroke down
  [
    {
      points: [
        [0.54, 0],
        [0.5, 0.5],
        [0.46, 1],
      ],
    },
  ],
  // 2: an arch, then the foot
  [
    {
      points: [
        [0.12, 0.24],
        [0.28, 0.05],
        [0.56, 0],
        [0.82, 0.16],
        [0.8, 0.42],
        [0.5, 0.72],
        [0.1, 0.97],
      ],
    },
    {
      points: [
        [0.1, 0.97],
        [0.45, 0.94],
        [0.95, 0.97],
      ],
    },
  ],
  // 3: two bows
  [
    {
      points: [
        [0.14, 0.1],
        [0.45, 0],
        [0.78, 0.12],
        [0.76, 0.33],
        [0.4, 0.47],
      ],
    },
    {
      points: [
        [0.4, 0.47],
        [0.78, 0.55],
        [0.88, 0.78],
        [0.6, 0.98],
        [0.3, 0.99],
        [0.08, 0.88],
      ],
    },
  ],
  // 4: open at the top
  [
    {
      points: [
        [0.2, 0],
        [0.12, 0.52],
        [0.86, 0.5],
      ],
      sharp: true,
    },
    {
      points: [
        [0.78, 0.02],
        [0.74, 0.5],
        [0.7, 1],
      ],
    },
  ],
  // 5: neck, bow, hat
  [
    {
      points: [
        [0.26, 0.04],
        [0.22, 0.44],
      ],
      sharp: true,
    },
    {
      points: [
        [0.22, 0.44],
        [0.52, 0.38],
        [0.84, 0.56],
        [0.8, 0.86],
        [0.48, 1],
        [0.12, 0.9],
      ],
    },
    {
      points: [
        [0.26, 0.04],
        [0.86, 0.02],
      ],
      sharp: true,
    },
  ],
  // 6: down and round
  [
    {
      points: [
        [0.7, 0.01],
        [0.4, 0.2],
        [0.18, 0.55],
        [0.24, 0.9],
        [0.52, 1],
        [0.8, 0.86],
        [0.78, 0.62],
        [0.52, 0.52],
        [0.2, 0.7],
      ],
    },
  ],
  // 7: a bar and a slope
  [
    {
      points: [
        [0.08, 0.06],
        [0.9, 0.04],
        [0.62, 0.48],
        [0.46, 1],
      ],
      sharp: true,
    },
  ],
  // 8: one crossing line
  [
    {
      points: [
        [0.76, 0.13],
        [0.5, 0],
        [0.22, 0.12],
        [0.28, 0.34],
        [0.58, 0.5],
        [0.82, 0.76],
        [0.55, 1],
        [0.22, 0.88],
        [0.24, 0.66],
        [0.52, 0.48],
        [0.76, 0.3],
        [0.76, 0.13],
      ],
    },
  ],
  // 9: a ring and a stem
  [
    {
      points: [
        [0.78, 0.16],
        [0.52, 0],
        [0.22, 0.14],
        [0.2, 0.38],
        [0.46, 0.5],
        [0.74, 0.36],
        [0.78, 0.16],
      ],
    },
    {
      points: [
        [0.78, 0.16],
        [0.76, 0.55],
        [0.66, 1],
      ],
    },
  ],
];

/** Points on a curve through all points of a stroke (Catmull and Rom's spline), or the corners of a sharp one. */
export function trace({ points, sharp = false }: Stroke, pointsAPiece = 12): readonly Point[] {
  if (sharp) return points;
  const at = (i: number): Point => points[Math.min(points.length - 1, Math.max(0, i))]!;
  const traced: Point[] = [at(0)];
  for (let piece = 0; piece < points.length - 1; piece++) {
    const [a, b, c, d] = [at(piece - 1), at(piece), at(piece + 1), at(piece + 2)];
    for (let k = 1; k <= pointsAPiece; k++) {
      const t = k / pointsAPiece;
      traced.push([spline(a[0], b[0], c[0], d[0], t), spline(a[1], b[1], c[1], d[1], t)]);
    }
  }
  return traced;
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
