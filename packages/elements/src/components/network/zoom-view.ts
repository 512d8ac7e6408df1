/** An opened map as a template: which figure stands where. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Strand } from '../../trace/look-inside.js';
import {
  addedFigure,
  afterFigure,
  inputFigure,
  kernelFigure,
  sourceFigure,
  sumFigure,
} from './zoom-figures.js';
import { heading, headingName, scaleOf } from './zoom-headings.js';
import { smallMap } from './zoom-layout.js';
import type { ZoomPart } from './zoom-layout.js';
import type { ZoomPicture } from './zoom-picture.js';
import { wires } from './zoom-wires.js';
import { styleOf } from '../../parts/style-of.js';

export function zoomView(picture: ZoomPicture): TemplateResult {
  return picture.layout.flow === 'across' ? acrossView(picture) : downView(picture);
}

function acrossView(picture: ZoomPicture): TemplateResult {
  const { layout, view } = picture;
  const at = (key: ZoomPart): number | undefined => layout.columns.find((column) => column.key === key)?.x;
  const centred = (
    content: TemplateResult,
    x: number | undefined,
    width: number,
    height: number,
  ): TemplateResult | typeof nothing =>
    x === undefined
      ? nothing
      : html`<div class="figure placed" ${box(x, layout.middle - height / 2, width, height)}>
          ${content}
        </div>`;
  const rows = view.strands.length > 1 ? view.strands : [];
  return html`<div class="inside across" ${styleOf({ height: `${layout.height + 96}px` })}>
    <svg width="100%" height=${layout.height} aria-hidden="true">${wires(picture)}</svg>
    ${centred(inputFigure(picture), at('input'), layout.inputSide, layout.inputSide)}
    ${rows.map((strand, index) => {
      const top = layout.rowTop + index * layout.pitch;
      return html`<div class="figure placed" ${box(at('maps')!, top, smallMap, smallMap)}>
          ${sourceFigure(picture, strand)}
        </div>
        <div class="figure placed" ${box(at('kernels')!, top + 3, 50, 50)}>
          ${kernelFigure(picture, strand)}
        </div>
        <div class="figure placed" ${box(at('adds')!, top, smallMap, smallMap)}>
          ${addedFigure(picture, strand)}
        </div>
        <div class="figure placed num amount ${tone(strand)}" ${box(at('here')!, top + 18, 68, 20)}>
          ${picture.numbers.signed(strand.amount, 3)}
        </div>`;
    })}
    ${view.strands.length === 1 ? centred(kernelFigure(picture, view.strands[0]!), at('kernels'), 130, 130) : nothing}
    ${at('before') === undefined ? nothing : centred(sourceFigure(picture, { from: view.cell.unit }), at('before'), 196, 196)}
    ${centred(sumFigure(picture), at('sum'), 196, 196)}
    ${centred(afterFigure(picture), at('after'), 196, 196)}
    ${layout.columns.map(({ key, x }, index) => {
      const room = (layout.columns[index + 1]?.x ?? x + 260) - x - 12;
      const place = { left: `${x}px`, top: `${layout.height + 16}px`, width: `${Math.max(60, room)}px` };
      return html`<div class="heading small" ${styleOf(place)}>${heading(picture, key)}</div>`;
    })}
  </div>`;
}

function downView(picture: ZoomPicture): TemplateResult {
  const { layout, view } = picture;
  const block = (key: ZoomPart, content: TemplateResult, side: number): TemplateResult =>
    html`<div class="block">
      <div class="heading small">${heading(picture, key)}</div>
      <div class="figure" ${styleOf({ width: `${side}px`, height: `${side}px` })}>${content}</div>
    </div>`;
  const small = styleOf({ width: `${smallMap}px`, height: `${smallMap}px` });
  return html`<div class="inside down">
    ${block('input', inputFigure(picture), layout.inputSide)}
    ${
      view.strands.length > 1
        ? html`<div class="strands">
              ${(['maps', 'kernels', 'adds', 'here'] as const).map((key) => html`<div class="heading">${heading(picture, key)}</div>`)}
              ${view.strands.map(
                (strand) =>
                  html`<div class="figure" ${small}>${sourceFigure(picture, strand)}</div>
                    <div class="figure" ${styleOf({ width: '50px', height: '50px' })}>
                      ${kernelFigure(picture, strand)}
                    </div>
                    <div class="figure" ${small}>${addedFigure(picture, strand)}</div>
                    <div class="num amount ${tone(strand)}">
                      ${picture.numbers.signed(strand.amount, 3)}
                    </div>`,
              )}
            </div>
            <div class="scales">
              ${(['maps', 'kernels', 'adds'] as const).map((key) => html`<span>${headingName(picture, key)} ${scaleOf(picture, key)}</span>`)}
            </div>`
        : nothing
    }
    ${view.strands.length === 1 ? block('kernels', kernelFigure(picture, view.strands[0]!), 180) : nothing}
    ${view.strands.length === 0 ? block('before', sourceFigure(picture, { from: view.cell.unit }), layout.mapSide) : nothing}
    ${view.sums ? block('sum', sumFigure(picture), layout.mapSide) : nothing}
    ${block('after', afterFigure(picture), layout.mapSide)}
  </div>`;
}

const box = (x: number, y: number, width: number, height: number): ReturnType<typeof styleOf> =>
  styleOf({ left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });

const tone = ({ amount }: Pick<Strand, 'amount'>): string => (amount < 0 ? 'negative' : 'positive');
