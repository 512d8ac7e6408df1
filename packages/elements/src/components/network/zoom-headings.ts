/** Names and scales of the figures of an opened map. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { legend } from '../../parts/legend.js';
import { largestSize } from '../../render/scale.js';
import type { Scale } from '../../render/scale.js';
import { kernelPlane } from '../../trace/look-inside.js';
import type { InsideView } from '../../trace/look-inside.js';
import { isBent } from '../../trace/stages.js';
import { sizeText } from './captions.js';
import type { ZoomPart } from './zoom-layout.js';
import type { ZoomPicture } from './zoom-picture.js';

export const kernelScale = ({ trace, view }: ZoomPicture): Scale => ({
  kind: 'signed',
  limit: Math.max(
    0,
    ...view.strands.map(({ from }) => largestSize(kernelPlane(trace, view.cell, from)?.values ?? [])),
  ),
});
export const addedScale = ({ strands }: InsideView): Scale => ({
  kind: 'signed',
  limit: Math.max(0, ...strands.map(({ added }) => largestSize(added))),
});
export const sumScale = ({ sums }: InsideView): Scale => ({ kind: 'signed', limit: largestSize(sums ?? []) });

export function scaleOf(picture: ZoomPicture, key: ZoomPart): TemplateResult | typeof nothing {
  const { trace, view, numbers } = picture;
  const { stage } = view.cell;
  const scales: Record<ZoomPart, Scale | undefined> = {
    input: trace.scale(0),
    maps: trace.scale(stage - 1),
    before: trace.scale(stage - 1),
    kernels: kernelScale(picture),
    adds: addedScale(view),
    here: undefined,
    sum: sumScale(view),
    after: trace.scale(stage),
  };
  const scale = scales[key];
  const isNarrow = view.strands.length > 1 && (key === 'maps' || key === 'kernels' || key === 'adds');
  return scale ? legend(scale, numbers, isNarrow) : nothing;
}

export function headingName({ trace, view, words }: ZoomPicture, key: ZoomPart): string {
  const previous = trace.stages[view.cell.stage - 1]!.name;
  if (key === 'input' || key === 'maps' || key === 'before') return key === 'input' ? 'input' : previous;
  if (key === 'sum') return words.sumAndBias;
  if (key === 'after')
    return isBent(view.stage)
      ? words.afterActivation(words.activations[view.stage.activation])
      : words.outputMap;
  if (key === 'kernels' && view.strands.length === 1) return words.kernel;
  return words[key];
}

export function heading(picture: ZoomPicture, key: ZoomPart): TemplateResult {
  const { view, words, numbers, title } = picture;
  const { field, window, cell, stage } = view;
  const count = numbers.integer(view.strandCount);
  const isPart = view.strands.length < view.strandCount;
  const notes: Record<ZoomPart, string> = {
    input: words.reach(numbers.integer(field.bottom - field.top), numbers.integer(field.right - field.left)),
    maps: isPart ? words.strongestOf(numbers.integer(view.strands.length), count) : words.mapCount(count),
    before: `${sizeText([window.bottom - window.top, window.right - window.left])}`,
    kernels:
      view.strands.length === 1
        ? sizeText(stage.plan?.window ?? [1, 1])
        : words.eachSize(sizeText(stage.plan?.window ?? [1, 1])),
    adds: words.mapByMap,
    here: words.at(numbers.integer(cell.row), numbers.integer(cell.column)),
    sum: `${words.bias} ${numbers.signed(view.bias, 3)}`,
    after: title,
  };
  return html`<b>${headingName(picture, key)}</b
    ><span class="muted">${notes[key]}</span>${scaleOf(picture, key)}`;
}
