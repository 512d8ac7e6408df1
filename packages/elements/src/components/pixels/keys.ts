/** What a key means in a window: walk to another pixel, look at another part, come closer. */
import type { Viewport } from './viewport.js';
import type { At, Cell, View } from './viewport.js';

export type Act =
  /** The window follows. */
  | { readonly kind: 'walk'; readonly cell: Cell; readonly view: View }
  | { readonly kind: 'look'; readonly view: View; readonly glides: boolean }
  | { readonly kind: 'leave' };

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** @param cursor The pixel that is marked, if any. */
export function actOf(
  { key, shiftKey }: Pressed,
  viewport: Viewport,
  cursor: Cell | undefined,
): Act | undefined {
  if (key === 'Escape') return cursor && { kind: 'leave' };
  if (key === '+' || key === '=') return closer(viewport, 1, cursor);
  if (key === '-' || key === '_') return closer(viewport, -1, cursor);
  if (key === '0') return { kind: 'look', view: viewport.zoomed(viewport.least), glides: true };
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (step && shiftKey) {
    const { width, height } = viewport.window;
    return {
      kind: 'look',
      view: viewport.moved((-step[1] * width) / 4, (-step[0] * height) / 4),
      glides: true,
    };
  }
  const to = step ? walked(viewport, cursor, step) : jumped(viewport, cursor, key);
  return to && { kind: 'walk', cell: to, view: viewport.holding(to) };
}

/** One stop closer or further away, towards the marked pixel where it is seen. */
export const closer = (viewport: Viewport, by: 1 | -1, cursor: Cell | undefined): Act => ({
  kind: 'look',
  view: viewport.zoomed(viewport.stop(by), anchor(viewport, cursor)),
  glides: true,
});

/** The middle of the marked pixel; undefined, which is the middle of the window, where it is not seen. */
export function anchor(viewport: Viewport, cursor: Cell | undefined): At | undefined {
  if (!cursor) return undefined;
  const [row, column] = cursor;
  const { x, y } = viewport.placeOf(row + 0.5, column + 0.5);
  const isSeen = x >= 0 && y >= 0 && x <= viewport.window.width && y <= viewport.window.height;
  return isSeen ? { x, y } : undefined;
}

/** The first press marks the pixel in the middle. */
function walked(
  { picture, x, y }: Viewport,
  cursor: Cell | undefined,
  [rows, columns]: readonly [number, number],
): Cell {
  const [row, column] = cursor ? [cursor[0] + rows, cursor[1] + columns] : [Math.floor(y), Math.floor(x)];
  return kept(picture, row, column);
}

function jumped(viewport: Viewport, cursor: Cell | undefined, key: string): Cell | undefined {
  const { picture, window, cell } = viewport;
  const [row, column] = cursor ?? [Math.floor(viewport.y), Math.floor(viewport.x)];
  const page = Math.max(1, Math.floor(window.height / cell) - 1);
  if (key === 'Home') return [row, 0];
  if (key === 'End') return [row, picture.width - 1];
  if (key === 'PageUp') return kept(picture, row - page, column);
  return key === 'PageDown' ? kept(picture, row + page, column) : undefined;
}

const kept = ({ width, height }: Viewport['picture'], row: number, column: number): Cell => [
  Math.max(0, Math.min(height - 1, row)),
  Math.max(0, Math.min(width - 1, column)),
];
