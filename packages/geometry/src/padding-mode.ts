/** What stands in the cells that padding adds. */
import { paddingTooLarge } from './errors.js';

/**
 * The words of PyTorch's `padding_mode`: zeros; `reflect`, a mirror in the middle of the edge cell (which is not repeated);
 * `replicate`, the edge cell again; `circular`, the image again from its other side.
 */
export type PaddingMode = 'zeros' | 'reflect' | 'replicate' | 'circular';

/** `sourceIndex` of a padded cell that holds zero. */
export const zeroCell = -1;

/**
 * Which cell of the image is seen at a place that may lie outside it.
 *
 * @param position Cells from the image's first; negative before it.
 * @returns An index into the image, or `zeroCell`.
 * @example sourceIndex(-2, 5, 'reflect') // 2
 */
export function sourceIndex(position: number, size: number, mode: PaddingMode): number {
  if (position >= 0 && position < size) return position;
  switch (mode) {
    case 'zeros':
      return zeroCell;
    case 'reflect':
      return position < 0 ? -position : 2 * (size - 1) - position;
    case 'replicate':
      return position < 0 ? 0 : size - 1;
    case 'circular':
      return (position + size) % size;
  }
}

/**
 * Refuses more padding than a mode can fill: a mirror shows at most `size - 1` cells, an image repeated once `size`.
 *
 * @throws GeometryError `PADDING_TOO_LARGE`
 */
export function assertFillable(
  op: string,
  mode: PaddingMode,
  axis: 'height' | 'width',
  size: number,
  pads: readonly [before: number, after: number],
): void {
  const most = mode === 'reflect' ? size - 1 : mode === 'circular' ? size : Infinity;
  const largest = Math.max(...pads);
  if (largest > most) throw paddingTooLarge(op, mode, axis, size, most, largest);
}
