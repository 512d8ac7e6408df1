/** A picture to begin with: a 7, as a pen draws it. */
import { rasterize } from '../../draw/rasterize.js';
import type { Picture } from '../../parts/value-grid.js';

export function samplePicture(): Picture {
  const seven = [
    { x: 3, y: 3 },
    { x: 11, y: 3 },
    { x: 7.5, y: 7.5 },
    { x: 6, y: 12 },
  ];
  return { values: rasterize([seven], 0.9, 14), size: [14, 14] };
}
