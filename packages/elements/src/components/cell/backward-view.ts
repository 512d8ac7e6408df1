/** A step of training from the loss back to one weight: the gradient's way is dashed, its colours are magenta and green. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { OptimizerFacts } from '@convlens/types';
import type { Numbers } from '../../messages/numbers.js';
import { stepper } from '../../parts/settings.js';
import { pickable } from '../../parts/sum-figure.js';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { valueGrid } from '../../parts/value-grid.js';
import type { Picture } from '../../parts/value-grid.js';
import { mapsOf } from '../../render/paint.js';
import type { Palette } from '../../render/palette.js';
import { largestSize } from '../../render/scale.js';
import type { Scale } from '../../render/scale.js';
import type { CellAddress } from '../../trace/explain.js';
import { kernelPlaneOf } from '../../trace/look-inside.js';
import type { Trace } from '../../trace/trace.js';
import { gradientTerms } from '../../xray/gradient-terms.js';
import { adamUpdate, dSumAt, gradientOf, positionsOf, slopeAt, weightIndex } from '../../xray/weight-step.js';
import type { WeightAddress } from '../../xray/weight-step.js';
import type { CellMessages } from './cell.messages.js';
import { joined, nameOf } from '../../xray/names.js';
import type { ShownStep } from './step-feed.js';

export interface BackwardPicture {
  readonly trace: Trace;
  readonly shown: ShownStep;
  readonly cell: CellAddress;
  readonly weight: WeightAddress;
  readonly image: number;
  readonly optimizer: OptimizerFacts;
  readonly palette: Palette;
  readonly words: CellMessages;
  readonly numbers: Numbers;
  readonly chooseImage: (image: number) => void;
  readonly chooseWeight: (weight: WeightAddress) => void;
  readonly chooseCell: (row: number, column: number) => void;
}

const signedTo = (values: ArrayLike<number>): Scale => ({ kind: 'signed', limit: largestSize(values) });
/** Gradients are small: written as powers of ten where two digits would not show them. */
export const small = (value: number, numbers: Numbers): string => numbers.scientific(value, 3);

export function backwardView(picture: BackwardPicture): TemplateResult {
  const { shown, weight } = picture;
  const gradient = gradientOf(shown.layer, weight);
  return html`<div class="levels">
    ${scoresLevel(picture, gradient.byImage)}${cellLevel(picture)}${weightLevel(picture, gradient)}
    ${optimizerLevel(picture)}
  </div>`;
}

const level = (
  title: string,
  body: TemplateResult,
  aside: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<section class="level gradient" part="level" aria-label=${title}>
    <header>
      <b class="name">${title}</b>
      ${aside}
    </header>
    <div class="body">${body}</div>
  </section>`;

function scoresLevel(picture: BackwardPicture, byImage: Float64Array): TemplateResult {
  const { trace, shown, image, palette, words, numbers, chooseImage } = picture;
  const scores = trace.stages.at(-1)!;
  const { size, count } = trace.stages[0]!;
  const own = Array.from({ length: scores.count }, (_, unit) => shown.dScores[image * scores.count + unit]!);
  const area = size[0] * size[1] * count;
  const thumb = (index: number): TemplateResult => {
    const amount = small(byImage[index]!, numbers);
    const values = shown.images;
    const planes = { ...mapsOf(values, [size[0], size[1], count]), count: 1, offset: index * area };
    return html`<li>
      <button
        type="button"
        class="thumb num"
        aria-pressed=${index === image}
        aria-label=${words.image(numbers.integer(index + 1), amount)}
        @click=${() => chooseImage(index)}
      >
        <canvas
          class="pixels framed"
          ${tensorCanvas(planes, { kind: 'pixel', limit: 1 }, palette.ramps)}
        ></canvas>
        <span class=${signClass(byImage[index]!)}>${amount}</span>
      </button>
    </li>`;
  };
  return level(
    words.lossTitle,
    html`<p class="note small">${words.batch}</p>
      <ul class="strip batch">
        ${Array.from(byImage, (_, index) => thumb(index))}
      </ul>
      <p class="note small">${words.scoreGradients}</p>
      ${numberRow(own, 'classNames' in scores ? scores.classNames : [], picture)}`,
    html`<span class="small muted"
      >${words.imageOf(numbers.integer(image + 1), numbers.integer(byImage.length))}</span
    >`,
  );
}

const signClass = (value: number): string => (value < 0 ? 'gradient-text-neg' : 'gradient-text-pos');

function numberRow(
  values: readonly number[],
  names: readonly string[],
  { numbers }: BackwardPicture,
): TemplateResult {
  return html`<ul class="strip">
    ${values.map(
      (value, index) =>
        html`<li class="thumb num">
          <b>${names[index] ?? index}</b><span class=${signClass(value)}>${small(value, numbers)}</span>
        </li>`,
    )}
  </ul>`;
}

/** dLoss / d(this cell): its parts, and what the activation lets through. */
function cellLevel(picture: BackwardPicture): TemplateResult {
  const { trace, shown, cell, image, palette, words, numbers, chooseCell } = picture;
  const { layer, after } = shown;
  const name = nameOf(trace, cell, words, numbers);
  const [height, width] = layer.stage.size;
  const { count } = layer.stage;
  const at = (row: number, column: number): number =>
    ((image * height + row) * width + column) * count + cell.unit;
  const own = layer.dOutputs[at(cell.row, cell.column)]!;
  const output = layer.outputs[at(cell.row, cell.column)]!;
  const terms = after ? gradientTerms(after.step, after.weights, cell, image) : [];
  const activation = 'activation' in layer.stage ? layer.stage.activation : 'linear';
  const slope = slopeAt(activation, output);
  const through =
    activation === 'linear'
      ? nothing
      : html`<p class="equation num">
          ${words.through(words.activations[activation], numbers.fixed(slope, 3), small(own * slope, numbers))}
        </p>`;
  const sum =
    terms.length === 0
      ? after
        ? html`<p class="note small">${words.gradientBlocked}</p>`
        : nothing
      : html`<p class="equation num">
          ${words.gradientSum(after!.step.stage.name)}: ${writeTerms(terms, words, numbers)}
          <b>= ${small(own, numbers)}</b>
        </p>`;
  const map = {
    values: Float64Array.from(
      { length: height * width },
      (_, place) => layer.dOutputs[at(Math.floor(place / width), place % width)]!,
    ),
    size: [height, width],
  } as const;
  const figure =
    height * width === 1
      ? nothing
      : html`<div class="figures">
          ${mapFigure(map, words.gradientMap(nameOfMap(name)), palette, picture, cell.row * width + cell.column, (place) => chooseCell(Math.floor(place / width), place % width))}
        </div>`;
  return level(
    words.gradientTitle(name),
    html`${figure}${sum}${through}`,
    html`<span class="num ${signClass(own)}"
      >${words.gradientMap(name)} <b>= ${small(own, numbers)}</b></span
    >`,
  );
}

const nameOfMap = (name: string): string => name.replace(/ \[.*\]$/, '');

function mapFigure(
  picture: Picture,
  label: string,
  palette: Palette,
  { words, numbers }: BackwardPicture,
  chosen: number,
  choose: (place: number) => void,
): TemplateResult {
  const [height, width] = picture.size;
  const cell = Math.max(4, Math.min(34, Math.floor(196 / Math.max(height, width))));
  const scale = signedTo(picture.values);
  const mark = {
    row: Math.floor(chosen / width),
    column: chosen % width,
    height: 1,
    width: 1,
    kind: 'mark',
  } as const;
  const grid = {
    picture,
    scale,
    ramps: palette.gradientRamps,
    cell,
    marks: chosen < 0 ? [] : [mark],
    label,
    numbers,
  };
  return html`<figure>
    ${pickable(valueGrid(grid), grid, { chosen: Math.max(0, chosen), choose, keys: words.pick })}
    <figcaption class="small muted">${label}, ±${small(scale.limit, numbers)}</figcaption>
  </figure>`;
}

const mostTerms = 6;

function writeTerms(
  terms: readonly { readonly from: number; readonly amount: number }[],
  words: CellMessages,
  numbers: Numbers,
): string {
  const bySize = [...terms].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const written = bySize.slice(0, mostTerms).map(({ amount }) => small(amount, numbers));
  const rest = bySize.slice(mostTerms);
  if (rest.length > 0) {
    const amount = rest.reduce((sum, term) => sum + term.amount, 0);
    written.push(`${small(amount, numbers)} (${words.rest(numbers.integer(rest.length))})`);
  }
  return joined(written);
}

function weightLevel(
  picture: BackwardPicture,
  gradient: { readonly byImage: Float64Array; readonly sum: number },
): TemplateResult {
  const { shown, cell, weight, image, palette, words, numbers, chooseWeight } = picture;
  const { layer } = shown;
  const { stage, before } = layer;
  const isMap = stage.kind === 'maps';
  const index = weightIndex(stage, before, weight);
  const own = shown.gradient[index]!;
  const positions = positionsOf(layer, weight, image);
  const kernel = isMap ? kernelPlaneOf(shown.weights, stage, cell.unit, weight.from) : undefined;
  const inputs = isMap ? before.count : before.count * before.size[0] * before.size[1];
  const place = isMap
    ? words.weightOf(numbers.integer(weight.row), numbers.integer(weight.column))
    : words.weightOf(numbers.integer(weight.from), numbers.integer(weight.unit));
  const kernelCell = kernel && Math.min(34, Math.floor(196 / Math.max(...kernel.size)));
  const kernelGrid = kernel && {
    picture: kernel,
    scale: signedTo(kernel.values),
    ramps: palette.ramps,
    cell: kernelCell!,
    marks: [{ row: weight.row, column: weight.column, height: 1, width: 1, kind: 'mark' } as const],
    label: words.kernel,
    numbers,
  };
  const [, across] = kernel?.size ?? [1, 1];
  return level(
    words.weightTitle(place),
    html`${inputs > 1 ? stepper(words.from, weight.from, [0, inputs - 1], words, (from) => chooseWeight({ ...weight, from })) : nothing}
      <div class="figures">
        ${
          kernelGrid
            ? html`<figure>
                ${pickable(valueGrid(kernelGrid), kernelGrid, {
                  chosen: weight.row * across + weight.column,
                  choose: (at) =>
                    chooseWeight({ ...weight, row: Math.floor(at / across), column: at % across }),
                  keys: words.pick,
                })}
                <figcaption class="small muted">
                  ${words.kernel}, ${words.before(numbers.integer(shown.step + 1))}
                </figcaption>
              </figure>`
            : nothing
        }
        ${
          positions.length > 1
            ? mapFigure(
                { values: positions, size: stage.size },
                words.positions,
                palette,
                picture,
                cell.row * stage.size[1] + cell.column,
                (at) => picture.chooseCell(Math.floor(at / stage.size[1]), at % stage.size[1]),
              )
            : nothing
        }
      </div>
      <dl class="facts">
        <dt>${words.atPosition}</dt>
        <dd class="num">${small(positions[cell.row * stage.size[1] + cell.column]!, numbers)}</dd>
        <dd class="how num">… × ${small(dSumAt(layer, image, cell.row, cell.column, cell.unit), numbers)}</dd>
        <dt>${words.thisImage}</dt>
        <dd class="num">${small(gradient.byImage[image]!, numbers)}</dd>
        <dd class="how"></dd>
        <dt>${words.allImages(numbers.integer(layer.rows))}</dt>
        <dd class="num" part="gradient"><b>${small(gradient.sum, numbers)}</b></dd>
        <dd class="how">${words.engineSays} <span class="num">${small(own, numbers)}</span></dd>
      </dl>`,
  );
}

function optimizerLevel(picture: BackwardPicture): TemplateResult {
  const { shown, weight, optimizer, words, numbers } = picture;
  const { stage, before } = shown.layer;
  const index = weightIndex(stage, before, weight);
  const [value, gradient] = [shown.weights[index]!, shown.gradient[index]!];
  const [m, v] = [shown.moments[0][index]!, shown.moments[1][index]!];
  const update = adamUpdate(value, gradient, [m, v], optimizer);
  if (!update)
    return level(words.optimizerTitle, html`<p class="note">${words.otherRule(optimizer.name)}</p>`);
  const { beta1, beta2, epsilon } = optimizer.settings as { beta1: number; beta2: number; epsilon: number };
  const row = (name: string, result: string, how: string): TemplateResult =>
    html`<dt>${name}</dt>
      <dd class="num">${result}</dd>
      <dd class="how num">${how}</dd>`;
  return level(
    `${words.optimizerTitle}: ${optimizer.name}`,
    html`<dl class="facts">
      ${row(words.firstMoment, small(update.firstMoment, numbers), `${beta1} · ${small(m, numbers)} + ${numbers.fixed(1 - beta1, 1)} · ${small(gradient, numbers)}`)}
      ${row(words.secondMoment, small(update.secondMoment, numbers), `${beta2} · ${small(v, numbers)} + ${numbers.fixed(1 - beta2, 3)} · (${small(gradient, numbers)})²`)}
      ${row(words.rate, small(update.rate, numbers), `${small(optimizer.learningRate, numbers)} · √(1 − ${beta2}^${optimizer.update}) / (1 − ${beta1}^${optimizer.update})`)}
      ${row(words.newWeight, `${numbers.fixed(value, 6)} → ${numbers.fixed(update.weight, 6)}`, `− ${small(update.rate, numbers)} · ${small(update.firstMoment, numbers)} / (√${small(update.secondMoment, numbers)} + ${small(epsilon, numbers)})`)}
    </dl>`,
  );
}
