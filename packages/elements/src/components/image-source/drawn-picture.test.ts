import { expect, it } from 'vitest';
import { drawnPicture } from './drawn-picture.js';

it('a drawing is black ink on white paper in three equal channels', () => {
  // By hand: along the middle of row 2 of 6, a pen of 2 pixels covers that row whole and the rows beside it by half.
  const stroke = [
    { x: 1 / 6, y: 2.5 / 6 },
    { x: 5 / 6, y: 2.5 / 6 },
  ];
  const { shape, data } = drawnPicture({ strokes: [stroke], penWidth: 2 / 6 }, 6);
  expect(shape).toEqual([1, 6, 6, 3]);
  const column = [0, 1, 2, 3, 4].map((row) => [...data.slice((row * 6 + 3) * 3, (row * 6 + 3) * 3 + 3)]);
  const expected = [1, 0.5, 0, 0.5, 1];
  column.forEach((pixel, row) => {
    for (const light of pixel) expect(light).toBeCloseTo(expected[row]!, 6);
  });
});

it('an empty drawing is paper', () => {
  expect(new Set(drawnPicture({ strokes: [], penWidth: 0.1 }, 4).data)).toEqual(new Set([1]));
});
