/** What stands beside a stage: its name, what it does, its shape, its parameters, its scale. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../../messages/numbers.js';
import { legend } from '../../parts/legend.js';
import type { SceneLayout } from '../../scene/boxes.js';
import { isBent } from '../../trace/stages.js';
import type { Stage } from '../../trace/stages.js';
import type { Trace } from '../../trace/trace.js';
import type { NetworkMessages } from './network.messages.js';
import { styleOf } from '../../parts/style-of.js';

export function caption(
  trace: Trace,
  layout: SceneLayout,
  index: number,
  words: NetworkMessages,
  numbers: Numbers,
): TemplateResult {
  const stage = trace.stages[index]!;
  const { x, y, width } = layout.stages[index]!.caption;
  const place = styleOf({ left: `${x}px`, top: `${y}px`, width: `${width}px` });
  const count = stage.layer?.parameterCount ?? 0;
  const parameters = count > 0 ? words.parameters(numbers.integer(count)) : words.noParameters;
  const scale = trace.mapLimits(index)
    ? html`<span class="muted small">${words.ownScales}</span>`
    : legend(trace.scale(index), numbers);
  if (layout.flow === 'down') {
    const what =
      count > 0 ? `${operationOf(stage, words, 'down')} · ${parameters}` : operationOf(stage, words, 'down');
    return html`<div class="caption down" ${place}>
      <b>${stage.name}</b><span class="num small">${shapeText(stage)}</span
      ><span class="muted small what">${what}</span>${scale}
    </div>`;
  }
  return html`<div class="caption ${layout.isTight ? 'tight' : ''}" ${place}>
    <b>${stage.name}</b><span class="muted small">${operationOf(stage, words, 'across')}</span
    ><span class="num small">${shapeText(stage)}</span
    ><span class="muted small parameters">${parameters}</span>${scale}
  </div>`;
}

export const shapeText = ({ kind, size, count }: Stage): string =>
  kind === 'strips'
    ? String(size[0] * size[1] * count)
    : kind === 'units' || kind === 'scores'
      ? String(count)
      : `${sizeText(size)} × ${count}`;

export const sizeText = ([height, width]: readonly [number, number]): string => `${height} × ${width}`;

export function operationOf(stage: Stage, words: NetworkMessages, flow: SceneLayout['flow']): string {
  switch (stage.kind) {
    case 'image':
      return words.pixels;
    case 'maps':
      if (!stage.plan) return words.activations[stage.activation];
      return stage.how === 'pooling'
        ? words.pooling[stage.pooling ?? 'max'](sizeText(stage.plan.window))
        : isBent(stage)
          ? words.window(sizeText(stage.plan.window), words.activations[stage.activation])
          : sizeText(stage.plan.window);
    case 'strips':
      return words.flatten;
    case 'units':
      return isBent(stage) ? words.activations[stage.activation] : words.sums;
    case 'scores':
      return flow === 'down' ? words.scoresInPercent : words.scores;
    default:
      return stage satisfies never;
  }
}
