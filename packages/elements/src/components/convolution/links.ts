/** The bands that join a window to its kernel, the kernel to what it adds, and that to the cell that is written. */
import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An empty drawing over the figures; `drawLinks` fills it when they have their places. */
export const links = (): SVGTemplateResult => svg`<svg class="links" aria-hidden="true"><path /></svg>`;

/** Measures what has been drawn: places follow from text and wrapping, which only the browser knows. */
export function drawLinks(figures: Element): void {
  const path = figures.querySelector('.links path');
  if (!path) return;
  const origin = figures.getBoundingClientRect();
  const output = around(figures, '.to .mark');
  const channels = [...figures.querySelectorAll<HTMLElement>('.from')].map(
    (from) => from.dataset['channel']!,
  );
  const bands = channels.flatMap((channel) => {
    const stops = ['.from', '', '.part'].map((place, index) =>
      around(figures, `${place}[data-channel="${channel}"] ${index === 1 ? '.fields' : '.mark'}`),
    );
    // A channel without partial sums writes the output itself; one without a mark writes another.
    const way = [...stops, output].filter((box) => box !== undefined);
    if (!stops[0] || !output) return [];
    return way.slice(1).map((to, index) => band(way[index]!, to));
  });
  path.setAttribute(
    'd',
    bands
      .map((points) => `M${points.map(([x, y]) => `${x - origin.left} ${y - origin.top}`).join('L')}Z`)
      .join(''),
  );
}

/** The box round all that a selector finds. */
function around(root: Element, selector: string): Box | undefined {
  const boxes = [...root.querySelectorAll(selector)].map((each) => each.getBoundingClientRect());
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

const band = (from: Box, to: Box): readonly (readonly [number, number])[] => [
  [from.right, from.top],
  [to.left, to.top],
  [to.left, to.bottom],
  [from.right, from.bottom],
];
