/** Round an opened map: the way back in words, its siblings, and how it grows out of what was clicked. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../../messages/numbers.js';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { mapsOf } from '../../render/paint.js';
import type { Ramps } from '../../render/scale.js';
import type { SceneLayout } from '../../scene/boxes.js';
import type { CellAddress } from '../../trace/explain.js';
import type { Stage } from '../../trace/stages.js';
import type { Trace } from '../../trace/trace.js';
import type { NetworkMessages } from './network.messages.js';
import { zoomLayout } from './zoom-layout.js';
import type { ZoomPicture } from './zoom-picture.js';
import { zoomView } from './zoom-view.js';
import { styleOf } from '../../parts/style-of.js';

export interface ZoomPanel extends Omit<ZoomPicture, 'layout'> {
  readonly scene: SceneLayout;
  readonly leave: () => void;
  readonly go: (unit: number) => void;
  readonly toCell: () => void;
}

/** An opened map beside the host's own input, or below it. */
export function zoomPanel({ scene, leave, go, toCell, ...picture }: ZoomPanel): TemplateResult {
  const { trace, view, palette, words, numbers } = picture;
  const { slot, flow, width } = scene;
  const left = slot && flow === 'across' ? slot.width + 48 : 0;
  const layout = zoomLayout(width - left, view.strands.length, slot !== undefined);
  const place = styleOf({
    marginInlineStart: `${left}px`,
    paddingTop: slot && flow === 'down' ? `${slot.height + 24}px` : '0',
    minHeight: `${slot?.height ?? 0}px`,
  });
  return html`<div class="zoom" ${place}>
    ${crumbs(trace, view.cell, words, numbers, leave, { toCell })}
    ${siblings(trace, view.cell, palette.ramps, words, numbers, go)}${zoomView({ ...picture, layout })}
    <p class="further">
      <button type="button" class="button" part="take-apart" @click=${toCell}>
        ${words.takeApart(words.cell(numbers.integer(view.cell.row), numbers.integer(view.cell.column)))}
      </button>
    </p>
  </div>`;
}

/** The map that a key leads to; undefined for other keys. */
export function siblingFor(
  key: string,
  { stage, unit }: CellAddress,
  stages: readonly Stage[],
): number | undefined {
  const { count } = stages[stage]!;
  if (key === 'PageDown') return (unit + 1) % count;
  return key === 'PageUp' ? (unit + count - 1) % count : undefined;
}

/** @param at Where one is: in a map, whose cell is a step further, or in a cell, whose map is a step back. */
export const crumbs = (
  { stages }: Trace,
  cell: CellAddress,
  words: NetworkMessages,
  numbers: Numbers,
  leave: () => void,
  at: { readonly toMap?: (() => void) | undefined; readonly toCell?: () => void },
): TemplateResult =>
  html`<nav aria-label=${words.crumbs}>
    <ol class="crumbs">
      <li><button type="button" @click=${leave}>${words.network}</button></li>
      <li>${stages[cell.stage]!.name}</li>
      ${crumb(unitName(stages[cell.stage]!, cell.unit, words, numbers), at.toMap, false)}
      ${isOne(stages[cell.stage]!) ? nothing : crumb(words.cell(numbers.integer(cell.row), numbers.integer(cell.column)), at.toCell, true)}
    </ol>
  </nav>`;

const isOne = ({ size }: Stage): boolean => size[0] * size[1] === 1;

const unitName = (stage: Stage, unit: number, words: NetworkMessages, numbers: Numbers): string => {
  const number = numbers.integer(unit);
  if (stage.kind === 'scores') return words.class(stage.classNames[unit] ?? number);
  return stage.kind === 'units' ? words.unit(stage.name, number) : words.mapButton(number);
};

const crumb = (text: string, go: (() => void) | undefined, isLast: boolean): TemplateResult =>
  html`<li aria-current=${isLast ? 'location' : nothing}>
    ${go ? html`<button type="button" @click=${go}>${text}</button>` : text}
  </li>`;

function siblings(
  trace: Trace,
  cell: CellAddress,
  ramps: Ramps,
  words: NetworkMessages,
  numbers: Numbers,
  go: (unit: number) => void,
): TemplateResult {
  const stage = trace.stages[cell.stage]!;
  const values = trace.values(cell.stage);
  const planes = values && mapsOf(values, [stage.size[0], stage.size[1], stage.count]);
  return html`<div class="siblings" role="group" aria-label=${words.siblings(stage.name)}>
    <span class="muted small">${stage.name}</span>
    ${Array.from(
      { length: stage.count },
      (_, unit) =>
        html`<button
          type="button"
          class="thumb"
          aria-label=${words.mapButton(numbers.integer(unit))}
          aria-pressed=${unit === cell.unit}
          @click=${() => go(unit)}
        >
          <canvas
            class="pixels"
            ${tensorCanvas(planes && { ...planes, count: 1, offset: unit }, trace.scale(cell.stage), ramps)}
          ></canvas>
        </button>`,
    )}
  </div>`;
}

/** Grows out of the place that was clicked; with reduced motion it is simply there. */
export function animateFrom(
  element: HTMLElement,
  from: { readonly x: number; readonly y: number } | undefined,
): void {
  const view = element.ownerDocument.defaultView;
  if (!from || !view || view.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  element.style.transformOrigin = `${from.x - element.offsetLeft}px ${from.y}px`;
  element.animate(
    [
      { transform: 'scale(0.25)', opacity: 0 },
      { transform: 'none', opacity: 1 },
    ],
    { duration: 240, easing: 'ease-out' },
  );
}
