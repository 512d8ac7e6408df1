/** All maps of one moment in one canvas, to be kept as a file: as they are on the page, with their numbers below. */
import type { Palette } from '../../render/palette.js';
import type { Planes } from '../../render/paint.js';
import type { Scale } from '../../render/scale.js';
import { TileCanvas } from '../../render/tile-canvas.js';

const gap = 8;
const textHeight = 24;

export function contactSheet(
  owner: Document,
  planes: Planes,
  scale: Scale,
  palette: Palette,
  title: string,
): HTMLCanvasElement {
  const { width, height, count } = planes;
  const zoom = Math.max(1, Math.floor(112 / Math.max(width, height)));
  const columns = Math.ceil(Math.sqrt(count * 1.6));
  const rows = Math.ceil(count / columns);
  const [w, h] = [width * zoom, height * zoom];
  const sheet = owner.createElement('canvas');
  sheet.width = columns * (w + gap) + gap;
  sheet.height = rows * (h + gap) + gap + textHeight;
  const context = sheet.getContext('2d')!;
  context.fillStyle = palette.colour('page');
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.imageSmoothingEnabled = false;
  const tiles = new TileCanvas(owner.createElement('canvas')).paint(planes, scale, palette.ramps);
  context.strokeStyle = palette.colour('line');
  for (let unit = 0; unit < count; unit++) {
    const [x, y] = [gap + (unit % columns) * (w + gap), gap + Math.floor(unit / columns) * (h + gap)];
    context.drawImage(tiles, unit * width, 0, width, height, x, y, w, h);
    context.strokeRect(x - 0.5, y - 0.5, w + 1, h + 1);
  }
  context.fillStyle = palette.colour('ink');
  context.font = '13px system-ui, sans-serif';
  context.fillText(title, gap, sheet.height - gap - 2);
  return sheet;
}
