import { describe, expect, it } from 'vitest';
import { strokes } from '../index.js';
import type { Stroke, StrokeKind } from '../index.js';

const every: readonly StrokeKind[] = [
  'line',
  'corner',
  'circle',
  'square',
  'triangle',
  'cross',
  'edge',
  'dot',
];
const many = (kind: StrokeKind, count = 60) => {
  const drawn = strokes({ seed: 7, kinds: [kind] });
  return Array.from({ length: count }, (_, index) => drawn.at(index));
};
/** TypeScript's way to one kind. */
const only = <K extends StrokeKind>(stroke: Stroke, kind: K) => {
  if (stroke.kind !== kind) throw new Error(`expected ${kind}`);
  return stroke as Extract<Stroke, { kind: K }>;
};

/** Mass, centre of mass and second moments of the ink, x to the right and y up. */
function moments({ image }: Stroke) {
  const [, height, width] = image.shape;
  let [mass, row, column] = [0, 0, 0];
  image.data.forEach((ink, i) => {
    mass += ink;
    row += ink * (Math.floor(i / width) + 0.5);
    column += ink * ((i % width) + 0.5);
  });
  [row, column] = [row / mass, column / mass];
  let [xx, yy, xy] = [0, 0, 0];
  image.data.forEach((ink, i) => {
    const [x, y] = [(i % width) + 0.5 - column, row - (Math.floor(i / width) + 0.5)];
    xx += (ink * x * x) / mass;
    yy += (ink * y * y) / mass;
    xy += (ink * x * y) / mass;
  });
  return { mass, row, column, xx, yy, xy, height };
}
const degreesApart = (a: number, b: number, period: number) => {
  const apart = (((a - b) % period) + period) % period;
  return Math.min(apart, period - apart);
};

describe('strokes', () => {
  it('are the same for the same seed, in every order, and others for another', () => {
    const drawn = strokes({ seed: 3 });
    const first: Stroke[] = [];
    for (const stroke of drawn) if (first.push(stroke) === 5) break;
    expect(first.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(strokes({ seed: 3 }).at(4)).toEqual(first[4]);
    expect(drawn.at(2)).toEqual(first[2]);
    expect(strokes({ seed: 4 }).at(2)).not.toEqual(first[2]);
    expect(drawn.at(1_000_000_000).image.data).toHaveLength(784);
  });

  it.each(every)('a %s has ink from 0 to 1, anti-aliased, and lies within its picture', (kind) => {
    for (const size of [12, 28, 64]) {
      const drawn = strokes({ seed: 1, size, kinds: [kind] });
      for (let index = 0; index < 40; index++) {
        const { data } = drawn.at(index).image;
        expect(data.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
        expect(data.some((ink) => ink > 0 && ink < 1)).toBe(true);
        const border = data.filter((_, i) => {
          const [row, column] = [Math.floor(i / size), i % size];
          return row === 0 || column === 0 || row === size - 1 || column === size - 1;
        });
        if (kind !== 'edge') expect(Math.max(...border)).toBe(0);
      }
    }
  });

  it('a line has the angle, centre and length that it says, by the moments of its ink', () => {
    const angles = many('line').map((stroke) => {
      const { angle, centre, length, thickness } = only(stroke, 'line');
      const { mass, row, column, xx, yy, xy } = moments(stroke);
      const measured = (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI;
      expect(degreesApart(measured, angle, 180)).toBeLessThan(1.5);
      expect(Math.abs(row - centre[0])).toBeLessThan(0.1);
      expect(Math.abs(column - centre[1])).toBeLessThan(0.1);
      // A rectangle with half a disc at either end.
      const area = length * thickness + (Math.PI * thickness ** 2) / 4;
      expect(Math.abs(mass / area - 1)).toBeLessThan(0.05);
      return angle;
    });
    // Every angle comes.
    expect(new Set(angles.map((angle) => Math.floor(angle / 30)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });

  it('a corner has ink at its position and along both arms, and nowhere on the other side', () => {
    for (const stroke of many('corner')) {
      const { position, angle, length, image } = only(stroke, 'corner');
      const ink = (turn: number, distance: number) => {
        const radians = ((angle + turn) * Math.PI) / 180;
        const row = Math.floor(position[0] - Math.sin(radians) * distance);
        const column = Math.floor(position[1] + Math.cos(radians) * distance);
        const isInside = Math.min(row, column) >= 0 && Math.max(row, column) < 28;
        return isInside ? image.data[row * 28 + column]! : 0;
      };
      expect(ink(0, 0)).toBeGreaterThan(0.5);
      for (const part of [0.5, 1])
        for (const arm of [0, 90]) expect(ink(arm, part * length)).toBeGreaterThan(0.5);
      for (const turn of [45, 180, 225, 270]) expect(ink(turn, length * 0.5)).toBeLessThan(0.1);
    }
  });

  it('a circle keeps its distance, and a dot is full', () => {
    for (const stroke of many('circle')) {
      const { centre, radius, thickness } = only(stroke, 'circle');
      const { mass, row, column, xx, yy } = moments(stroke);
      expect([Math.abs(row - centre[0]), Math.abs(column - centre[1])].every((off) => off < 0.1)).toBe(true);
      // The second moment of a thin ring is the square of its radius; its area is its length times its width.
      expect(Math.sqrt(xx + yy)).toBeCloseTo(Math.sqrt(radius ** 2 + thickness ** 2 / 4), 1);
      expect(Math.abs(mass / (2 * Math.PI * radius * thickness) - 1)).toBeLessThan(0.03);
    }
    for (const stroke of many('dot')) {
      const { centre, radius, image } = only(stroke, 'dot');
      const { mass } = moments(stroke);
      expect(Math.abs(Math.sqrt(mass / Math.PI) - radius)).toBeLessThan(0.1);
      const row = Math.floor(centre[0]);
      expect(image.data[row * 28 + Math.floor(centre[1])]).toBeGreaterThan(0.5);
    }
  });

  it.each([
    ['square', [0, 90, 180, 270], 4 * Math.SQRT2],
    ['triangle', [0, 120, 240], 3 * Math.sqrt(3)],
    ['cross', [0, 90, 180, 270], 4],
  ] as const)(
    'a %s has its corners or ends where it says, and as much ink as it is long',
    (kind, turns, perRadius) => {
      for (const stroke of many(kind)) {
        const { centre, radius, angle, thickness, image } = only(stroke, kind);
        for (const turn of turns) {
          const radians = ((angle + turn) * Math.PI) / 180;
          const row = Math.floor(centre[0] - Math.sin(radians) * radius);
          const column = Math.floor(centre[1] + Math.cos(radians) * radius);
          expect(image.data[row * 28 + column]).toBeGreaterThan(0.3);
        }
        const { mass, row, column } = moments(stroke);
        expect(Math.abs(row - centre[0]) + Math.abs(column - centre[1])).toBeLessThan(0.2);
        expect(Math.abs(mass / (perRadius * radius * thickness) - 1)).toBeLessThan(0.15);
      }
    },
  );

  it('an edge is bright in the direction of its angle', () => {
    for (const stroke of many('edge')) {
      const { angle, position } = only(stroke, 'edge');
      const { row, column } = moments(stroke);
      const radians = (angle * Math.PI) / 180;
      const beyond = (column - position[1]) * Math.cos(radians) - (row - position[0]) * Math.sin(radians);
      expect(beyond).toBeGreaterThan(2);
    }
  });

  it('have only the angles and widths that are asked for', () => {
    const upright = strokes({ kinds: ['line', 'edge'], angles: [-5, 5], thickness: [2, 2] });
    for (let index = 0; index < 50; index++) {
      const stroke = upright.at(index);
      expect(stroke.thickness).toBe(2);
      if (stroke.kind === 'line') expect(degreesApart(stroke.angle, 0, 180)).toBeLessThanOrEqual(5);
      if (stroke.kind === 'edge') expect(degreesApart(stroke.angle, 0, 360)).toBeLessThanOrEqual(5);
    }
    const exact = strokes({ kinds: ['line'], angles: [90, 90] }).at(3);
    expect(exact).toMatchObject({ angle: 90 });
  });

  it('are taken as training data, row i being picture i', () => {
    const drawn = strokes({ seed: 2 });
    const data = drawn.take(300);
    expect([data.length, ...data.imageShape]).toEqual([300, 28, 28, 1]);
    expect(data.classNames).toEqual(['line', 'corner', 'circle', 'square', 'triangle', 'cross']);
    const images = new Float32Array(2 * 784);
    const labels = new Int32Array(2);
    data.gather(Uint32Array.of(123, 7), images, labels);
    expect([...labels]).toEqual([drawn.at(123).label, drawn.at(7).label]);
    expect(images.subarray(784)).toEqual(drawn.at(7).image.data);
    expect(drawn.at(7).kind).toBe(data.get(7).className);
    // 300 / 6 = 50 of each; 5 standard deviations are sqrt(300 * 1/6 * 5/6) * 5 = 32.
    for (let label = 0; label < 6; label++)
      expect(Math.abs(data.labels.filter((each) => each === label).length - 50)).toBeLessThan(33);
  });

  it('refuse what cannot be drawn', () => {
    const wrong: [options: object, message: RegExp][] = [
      [{ size: 11 }, /size to be a whole number from 12 to 1024, received 11/],
      [{ kinds: [] }, /different ones of line, corner/],
      [{ kinds: ['line', 'line'] }, /different ones of line, corner/],
      [{ kinds: ['star'] }, /received "star"/],
      [{ kinds: ['toString'] }, /received "toString"/],
      [{ angles: [5, -5] }, /the smaller first/],
      [{ angles: [NaN, 5] }, /two angles in degrees/],
      [{ thickness: [0.5, 2] }, /two widths from 1 to 3.5/],
      [{ thickness: [2, 9] }, /two widths from 1 to 3.5/],
    ];
    for (const [options, message] of wrong) expect(() => strokes(options)).toThrow(message);
    expect(() => strokes({ seed: 0.5 })).toThrow(RangeError);
    for (const index of [-1, 0.5, NaN])
      expect(() => strokes().at(index)).toThrow(/whole number of 0 or more/);
    for (const count of [0, 1.5]) expect(() => strokes().take(count)).toThrow(/whole number of 1 or more/);
  });
});
