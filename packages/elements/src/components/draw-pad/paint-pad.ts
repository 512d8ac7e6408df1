/** Paints what the visitor drew: strokes as smooth lines, or the picture that was chosen; and the pen, where keys move it. */
import type { Point, Stroke } from '../../draw/stroke.js';
import type { Planes } from '../../render/paint.js';
import { TileCanvas } from '../../render/tile-canvas.js';
import type { Palette } from '../../render/palette.js';

export interface PadPicture {
  readonly strokes: readonly Stroke[];
  readonly penWidth: number;
  readonly image: Planes | undefined;
  readonly cursor: Point | undefined;
  readonly isPenDown: boolean;
  readonly palette: Palette;
}

export function paintPad(canvas: HTMLCanvasElement, picture: PadPicture): void {
  // Pixel for pixel; 224 CSS pixels where it has no size yet.
  const density = canvas.ownerDocument.defaultView?.devicePixelRatio ?? 1;
  const side = Math.round((canvas.clientWidth || 224) * density);
  if (canvas.width !== side) canvas.width = canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = picture.palette.colour('page');
  context.fillRect(0, 0, side, side);
  if (picture.image) {
    const tile = new TileCanvas(canvas.ownerDocument.createElement('canvas'));
    context.imageSmoothingEnabled = false;
    context.drawImage(
      tile.paint(picture.image, { kind: 'pixel', limit: 1 }, picture.palette.ramps),
      0,
      0,
      side,
      side,
    );
  }
  context.lineCap = context.lineJoin = 'round';
  context.lineWidth = picture.penWidth * side;
  context.strokeStyle = picture.palette.colour('ink');
  for (const stroke of picture.strokes) {
    context.beginPath();
    stroke.forEach(({ x, y }, index) => {
      if (index === 0) context.moveTo(x * side, y * side);
      context.lineTo(x * side, y * side);
    });
    context.stroke();
  }
  if (picture.cursor) paintCursor(context, side, picture.cursor, picture);
}

/** A ring of the pen's size, on ink and on paper to be seen; filled while the pen is down. */
function paintCursor(
  context: CanvasRenderingContext2D,
  side: number,
  { x, y }: Point,
  { penWidth, isPenDown, palette }: PadPicture,
): void {
  context.beginPath();
  context.arc(x * side, y * side, (penWidth * side) / 2, 0, 2 * Math.PI);
  if (isPenDown) {
    context.fillStyle = palette.colour('ink');
    context.fill();
  }
  context.lineWidth = side / 75;
  context.strokeStyle = palette.colour('page');
  context.stroke();
  context.lineWidth = side / 168;
  context.strokeStyle = palette.colour('ink');
  context.stroke();
}
