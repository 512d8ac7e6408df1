/** The bars. In units of bins across and of 100 in height: the picture fits any width. */
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Bin, Distribution } from './distribution.js';

const height = 100;
/** A bar that counts anything is seen. */
const leastHeight = 1;
const gap = 0.06;
/** What is exactly 0 has no width of its own: where there is any, both sides make room for a narrow bar. */
const zeroRoom = 0.8;
const zeroWidth = 0.4;

const roomOf = ({ zeros }: Distribution): number => (zeros > 0 ? zeroRoom : 0);

/** Width of the whole picture. */
const widthOf = (distribution: Distribution): number =>
  distribution.left + roomOf(distribution) + distribution.right;

/** Height of a bar, 0-100. Logarithms are of one more, so that none stays none. */
export function barHeight(count: number, most: number, isLog: boolean): number {
  if (count === 0 || most === 0) return 0;
  const share = isLog ? Math.log1p(count) / Math.log1p(most) : count / most;
  return Math.max(leastHeight, share * height);
}

/** Where a value lies across. */
export function placeOf(value: number, distribution: Distribution): number {
  const { left, step } = distribution;
  const room = roomOf(distribution);
  const beyond = value > 0 ? room : value === 0 ? room / 2 : 0;
  return left + beyond + value / step;
}

/** Left edge and width of a bar. */
export function barSpan({ side, from, to }: Bin, distribution: Distribution): readonly [number, number] {
  if (side === 'zero') return [placeOf(0, distribution) - zeroWidth / 2, zeroWidth];
  // The edge at 0 is that of this side: found from the other one.
  const start = side === 'negative' ? placeOf(from, distribution) : placeOf(to, distribution) - 1;
  return [start + gap / 2, 1 - gap];
}

/** Which bin is at a share of the width; that of 0 has all of its room. */
export function binAt(distribution: Distribution, share: number): number | undefined {
  const { bins, left } = distribution;
  if (bins.length === 0) return undefined;
  const place = share * widthOf(distribution);
  const room = roomOf(distribution);
  const within = (bin: number): number => Math.max(0, Math.min(bins.length - 1, bin));
  if (place < left) return within(Math.floor(place));
  if (place < left + room) return left;
  return within(Math.floor(place - room) + (room > 0 ? 1 : 0));
}

export function bars(
  distribution: Distribution,
  isLog: boolean,
  pointed: number | undefined,
): TemplateResult {
  const { bins, most, mean } = distribution;
  const mark = pointed === undefined ? undefined : bins[pointed];
  return html`<svg
    viewBox="0 0 ${widthOf(distribution)} ${height}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${mark ? backdrop(barSpan(mark, distribution)) : nothing}
    ${bins.map((bin) => {
      const [x, width] = barSpan(bin, distribution);
      const size = barHeight(bin.count, most, isLog);
      return svg`<rect class=${bin.side} x=${x} y=${height - size} width=${width} height=${size}></rect>`;
    })}
    ${meanLine(placeOf(mean, distribution))}
  </svg>`;
}

const backdrop = ([x, width]: readonly [number, number]): TemplateResult =>
  svg`<rect class="mark" x=${x} y="0" width=${width} height=${height} vector-effect="non-scaling-stroke"></rect>`;

const meanLine = (x: number): TemplateResult =>
  svg`<line class="mean" x1=${x} x2=${x} y1="0" y2=${height} vector-effect="non-scaling-stroke"></line>`;
