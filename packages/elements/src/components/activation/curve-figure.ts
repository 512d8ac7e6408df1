/** The curve with its derivative, the numbers of the map along its axis, and the chosen one on its way through it. */
import { activationFunctions } from '@convlens/geometry';
import type { ActivationName } from '@convlens/types';
import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { Numbers } from '../../messages/numbers.js';
import type { ActivationMessages } from './activation.messages.js';
import { curveOf } from './curve.js';
import type { Curve } from './curve.js';
import type { Study } from './study.js';

const [width, height] = [360, 264];
const box = { left: 40, right: 344, top: 14, bottom: 226 };

export function curveFigure(
  study: Study,
  index: number,
  words: ActivationMessages,
  numbers: Numbers,
): TemplateResult {
  const { activation, before, after } = study;
  const curve = curveOf(activation, before, box);
  const name = words.activations[activation];
  return html`<div class="curve" part="curve">
    <svg
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label=${words.curve(name, words.formulas[activation])}
    >
      ${axes(curve, numbers)}
      <path class="rug" d=${rug(before, curve)} />
      <path class="line" d=${curve.line} />
      <path class="slope" d=${curve.slope} />
      ${point(study, curve, before[index]!, after[index]!)}
    </svg>
    <p class="key small">
      <span
        ><svg class="swatch" viewBox="0 0 24 4" aria-hidden="true"><path class="line" d="M0 2h24" /></svg
        >${words.formulas[activation]}</span
      >
      <span class="gradient"
        ><svg class="swatch" viewBox="0 0 24 4" aria-hidden="true"><path class="slope" d="M0 2h24" /></svg
        >${words.derivative}</span
      >
    </p>
  </div>`;
}

function axes({ x, y, limit, lowest, highest }: Curve, numbers: Numbers): SVGTemplateResult {
  // A sigmoid never quite ends at one.
  const write = (value: number): string =>
    numbers.fixed(value, Math.abs(value - Math.round(value)) < 0.01 ? 0 : 1);
  const isApart = (a: number, b: number): boolean => Math.abs(y(a) - y(b)) > 14;
  const heights = [0, highest, lowest, 1].reduce<readonly number[]>(
    (placed, at) => (placed.every((other) => isApart(at, other)) ? [...placed, at] : placed),
    [],
  );
  return svg`<path class="axis" d="M${box.left} ${y(0)}H${box.right}M${x(0)} ${box.top}V${box.bottom}" />
    ${heights.map((at) => svg`<path class="tick" d="M${box.left} ${y(at)}h-4" /><text class="num end" x=${box.left - 8} y=${y(at) + 4}>${write(at)}</text>`)}
    ${[-limit, 0, limit].map((at) => svg`<text class="num middle" x=${x(at)} y=${height - 6}>${write(at)}</text>`)}`;
}

/** One stroke a number, below the axis. */
const rug = (values: ArrayLike<number>, { x }: Curve): string =>
  Array.from(values, (value) =>
    Number.isFinite(value) ? `M${x(value).toFixed(1)} ${box.bottom + 6}v8` : '',
  ).join('');

/** Up from what comes in, and across to what goes out. */
function point(
  { activation }: { readonly activation: ActivationName },
  { x, y }: Curve,
  before: number,
  after: number,
): SVGTemplateResult | typeof nothing {
  if (!Number.isFinite(before) || !Number.isFinite(after)) return nothing;
  const slope = activationFunctions[activation].derivative(before);
  return svg`<path class="guide" d="M${x(before)} ${box.bottom + 14}V${y(after)}H${box.left}" />
    <circle class="slope-dot" cx=${x(before)} cy=${y(slope)} r="4" />
    <circle class="dot" cx=${x(before)} cy=${y(after)} r="5.5" />`;
}

/** A button's picture. */
export function curveIcon(activation: ActivationName): TemplateResult {
  const { line } = curveOf(activation, [3], { left: 2, right: 22, top: 2, bottom: 14 });
  return html`<svg class="icon-curve" viewBox="0 0 24 16" aria-hidden="true"><path d=${line} /></svg>`;
}
