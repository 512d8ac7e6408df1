/** Draws one strip: what the batches did as a faint line, their smoothed course as a line, held-back digits as points. */
import { axis } from '../../render/axis.js';
import type { Column } from './series.js';

export interface Strip {
  readonly columns: readonly Column[];
  readonly domain: readonly [number, number];
  readonly isLog: boolean;
  /** Places 0-1 along the run. */
  readonly points: readonly { readonly at: number; readonly value: number }[];
  /** Place 0-1 of the moment that is looked at. */
  readonly cursor: number | undefined;
}

export interface StripColours {
  readonly ink: string;
  readonly outline: string;
  readonly line: string;
}

export function drawStrip(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  strip: Strip,
  colours: StripColours,
): void {
  const y = axis(strip.domain, [height - 3, 3], strip.isLog);
  const x = (at: number): number => 1 + at * (width - 4);
  context.clearRect(0, 0, width, height);
  context.strokeStyle = colours.outline;
  context.globalAlpha = 0.5;
  context.lineWidth = 0.75;
  context.beginPath();
  for (const { at, low: least, high: most } of strip.columns) {
    context.lineTo(x(at), y(most));
    context.lineTo(x(at), y(least));
  }
  context.stroke();
  context.globalAlpha = 1;
  context.strokeStyle = colours.ink;
  context.lineWidth = 1.5;
  context.beginPath();
  for (const { at, mean } of strip.columns) context.lineTo(x(at), y(mean));
  context.stroke();
  const dot = (at: number, value: number, radius: number, colour: string): void => {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x(at), y(value), radius, 0, 2 * Math.PI);
    context.fill();
  };
  for (const { at, value } of strip.points) dot(at, value, 1.5, colours.outline);
  const last = strip.columns.at(-1);
  if (last) dot(last.at, last.mean, 2.5, colours.ink);
  if (strip.cursor !== undefined) {
    context.fillStyle = colours.outline;
    context.fillRect(x(strip.cursor), 0, 1, height);
  }
}
