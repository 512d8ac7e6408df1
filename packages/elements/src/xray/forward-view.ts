/** A number taken apart, level under level: each level is one number with the sum, the maximum or the place that made it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../messages/numbers.js';
import { pickable, equation, sumFigure } from '../parts/sum-figure.js';
import { tensorCanvas } from '../parts/tensor-canvas.js';
import { valueGrid } from '../parts/value-grid.js';
import { mapsOf } from '../render/paint.js';
import { largestSize } from '../render/scale.js';
import type { Ramps } from '../render/scale.js';
import type { Trace } from '../trace/trace.js';
import type { ConvolutionLevel, DenseLevel, Level, Pick, PoolingLevel } from './unroll.js';
import { fieldFigure, fieldSize } from '../parts/cell-figures.js';
import { termList } from '../parts/term-rows.js';
import type { XrayMessages } from './xray.messages.js';
import { joined, nameOf } from './names.js';

export interface ForwardPicture {
  readonly trace: Trace;
  readonly levels: readonly Level[];
  readonly ramps: Ramps;
  readonly words: XrayMessages;
  readonly numbers: Numbers;
  /** Another input at this stage. */
  readonly pick: (stage: number, pick: Pick) => void;
}

export function forwardView(picture: ForwardPicture): TemplateResult {
  const { levels, trace, words, numbers } = picture;
  const last = levels.at(-1);
  const isWhole = !last || last.kind === 'pixel' || (last.kind === 'pooling' && last.values.length === 0);
  return html`<div class="levels">
    ${levels.map((level) => levelView(picture, level))}
    ${isWhole ? nothing : html`<p class="note">${words.unfinished(nameOf(trace, last.cell, words, numbers))}</p>`}
  </div>`;
}

function levelView(picture: ForwardPicture, level: Level): TemplateResult {
  const { trace, ramps, words, numbers } = picture;
  const name = nameOf(trace, level.cell, words, numbers);
  const [rows, columns] = fieldSize(trace, level.cell).map((size) => numbers.integer(size)) as [
    string,
    string,
  ];
  const stage = trace.stages[level.cell.stage]!;
  const seesAll = stage.kind === 'units' || stage.kind === 'scores';
  const sees = seesAll ? '' : words.sees(rows, columns);
  return html`<section class="level" part="level" aria-label=${name}>
    <header>
      <b class="name">${name}</b>
      <span class="num">= <b>${numbers.fixed(level.value, 3)}</b></span>
    </header>
    ${
      seesAll
        ? nothing
        : html`<figure class="lens">
            ${fieldFigure(trace, level.cell, ramps, `${trace.stages[0]!.name}, ${sees}`)}
            <figcaption class="small muted">${sees}</figcaption>
          </figure>`
    }
    <div class="body">${bodyOf(picture, level)}</div>
  </section>`;
}

function bodyOf(picture: ForwardPicture, level: Level): TemplateResult {
  const { words, numbers } = picture;
  switch (level.kind) {
    case 'pixel':
      return html`<p class="note small">${words.given}</p>`;
    case 'copy':
      return html`<p class="note small">${words.copied}</p>`;
    case 'activation':
      return html`<p class="note small">${words.activations[level.activation]}</p>`;
    case 'pooling':
      return poolingBody(picture, level);
    case 'convolution':
      return convolutionBody(picture, level);
    case 'dense':
      return html`${denseBody(picture, level)}${bent(level, words, numbers)}`;
    default:
      return level satisfies never;
  }
}

function poolingBody(picture: ForwardPicture, level: PoolingLevel): TemplateResult {
  const { trace, ramps, words, numbers, pick } = picture;
  if (level.values.length === 0) return html`<p class="note small">${words.padded}</p>`;
  const { stage } = level.cell;
  const cell = 40;
  const grid = {
    picture: { values: level.values, size: level.size },
    scale: trace.scale(stage - 1),
    ramps,
    cell,
    marks: [
      {
        row: Math.floor(level.chosen / level.size[1]),
        column: level.chosen % level.size[1],
        height: 1,
        width: 1,
        kind: 'mark',
      },
    ],
    label: words.candidates,
    numbers,
  } as const;
  const choice = {
    chosen: level.chosen,
    choose: (place: number) => pick(stage, { place }),
    keys: words.pick,
  };
  return html`<div class="sum">
      <figure>
        ${pickable(valueGrid(grid), grid, choice)}
        <figcaption class="small muted">${level.pooling === 'max' ? words.wins : words.shares}</figcaption>
      </figure>
    </div>
    <p class="equation num">
      ${level.pooling === 'max' ? 'max' : words.meanFunction}(${level.values.map((value) => numbers.fixed(value, 3)).join(', ')})
      <b>= ${numbers.fixed(level.value, 3)}</b>
    </p>`;
}

function convolutionBody(picture: ForwardPicture, level: ConvolutionLevel): TemplateResult {
  const { trace, ramps, words, numbers, pick } = picture;
  const { stage } = level.cell;
  const isWhole = level.maps.length === 1;
  const kernelScale = {
    kind: 'signed',
    limit: largestSize(level.terms.map(({ weight }) => weight)),
  } as const;
  const sum = {
    terms: level.terms,
    kernelSize: level.size,
    bias: isWhole ? level.bias : 0,
    value: isWhole ? level.sum : level.terms.reduce((total, { product }) => total + product, 0),
    pixelScale: trace.scale(stage - 1),
    kernelScale,
    ramps,
    words,
    numbers,
    choice: {
      chosen: level.chosen,
      choose: (place: number) => pick(stage, { map: level.map, place }),
      keys: words.pick,
    },
  };
  return html`${isWhole ? nothing : mapStrip(picture, level)}${sumFigure(sum)}${equation(sum)}
  ${
    isWhole
      ? nothing
      : html`<p class="equation num">
          ${words.sum}:
          ${joined([...level.maps.map(({ amount }) => numbers.fixed(amount, 3)), numbers.fixed(level.bias, 3)])}
          <b>= ${numbers.fixed(level.sum, 3)}</b>
        </p>`
  }
  ${bent(level, words, numbers)}`;
}

/** The input maps as buttons: each with what it adds. */
function mapStrip(
  { trace, ramps, words, numbers, pick }: ForwardPicture,
  level: ConvolutionLevel,
): TemplateResult {
  const index = level.cell.stage - 1;
  const { size, count } = trace.stages[index]!;
  const values = trace.values(index)!;
  return html`<div class="strip" role="group" aria-label=${words.maps}>
    ${level.maps.map(
      ({ from, amount }) =>
        html`<button
          type="button"
          class="thumb num"
          aria-pressed=${from === level.map}
          aria-label=${words.mapAdds(numbers.integer(from), numbers.signed(amount, 2))}
          @click=${() => pick(level.cell.stage, { map: from })}
        >
          <canvas
            class="pixels framed"
            ${tensorCanvas({ ...mapsOf(values, [size[0], size[1], count]), count: 1, offset: from }, trace.scale(index), ramps)}
          ></canvas>
          <span class=${amount < 0 ? 'negative' : 'positive'}>${numbers.signed(amount, 2)}</span>
        </button>`,
    )}
  </div>`;
}

function denseBody({ trace, words, numbers, pick }: ForwardPicture, level: DenseLevel): TemplateResult {
  const name = nameOf(trace, level.cell, words, numbers);
  return termList({
    label: words.terms,
    terms: level.products.map(({ from, value, weight, product }, index) => ({
      index,
      name: nameOf(trace, from, words, numbers),
      factors: `${numbers.fixed(value, 4)} × ${numbers.fixed(weight, 4)}`,
      amount: product,
      isChosen: index === level.chosen,
    })),
    rest:
      level.rest.count > 0
        ? { name: words.rest(numbers.integer(level.rest.count)), amount: level.rest.amount }
        : undefined,
    bias: { name: words.bias, amount: level.bias },
    sum: { name: level.activation === 'linear' ? name : words.sum, amount: level.sum },
    numbers,
    choose: (place) => pick(level.cell.stage, { place }),
  });
}

/** What the activation makes of the sum; nothing where it is the number itself. */
const bent = (
  { activation, sum, value }: ConvolutionLevel | DenseLevel,
  words: XrayMessages,
  numbers: Numbers,
): TemplateResult | typeof nothing =>
  activation === 'linear'
    ? nothing
    : html`<p class="equation num" part="activation">
        ${words.activations[activation]}(${numbers.fixed(sum, 3)}) <b>= ${numbers.fixed(value, 3)}</b>
      </p>`;
