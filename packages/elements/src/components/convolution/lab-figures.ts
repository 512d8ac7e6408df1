/** Input, kernel, partial sums and output side by side, linked: what is pointed at in one is marked in the others. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { legend } from '../../parts/legend.js';
import { styleOf } from '../../parts/style-of.js';
import { cellUnder, valueGrid } from '../../parts/value-grid.js';
import type { Mark, Picture } from '../../parts/value-grid.js';
import { largestSize } from '../../render/scale.js';
import type { Ramps, Scale } from '../../render/scale.js';
import { cellSizes } from './cell-sizes.js';
import type { CellSizes } from './cell-sizes.js';
import { channelName, outputName } from './channel-names.js';
import { kernelFigure } from './kernel-figure.js';
import { isNarrow, perGroup, shownKernel } from './lab.js';
import type { Cell, Lab } from './lab.js';
import { links } from './links.js';
import { cellMark, outputUnder, paddingMarks, windowMarks } from './marks.js';
import type { Illegal, Solved } from './problem.js';

/** As many channels stand below each other; of more, one is shown. */
const mostRows = 4;
/** Sides of a cell: of one channel, and of several. */
const largest = { one: 28, several: 26 } as const;

interface Sight {
  readonly solved: Solved | undefined;
  readonly sizes: CellSizes;
  /** Those planes that stand below each other. */
  readonly planes: readonly number[];
  readonly kernelScale: Scale;
  /** Of the outputs and of what each channel adds to them: they can be compared. */
  readonly sumScale: Scale;
}

export function figures(lab: Lab): TemplateResult {
  const sight = sightOf(lab);
  const { planes, solved } = sight;
  const size = perGroup(lab);
  const isMany = planes.length > 1;
  const hasParts = solved !== undefined && solved.partials.length > 0;
  const outputs = isMany ? planes.filter((plane) => plane % size === 0) : [lab.plane];
  // Column and row in the grid of several channels; flowing where there is one.
  const place = (column: number, plane: number, rows = 1): unknown =>
    styleOf(isMany ? { gridColumn: `${column}`, gridRow: `${plane + 1} / span ${rows}` } : {});
  return html`<div class="figures ${isMany ? 'many' : ''} ${hasParts ? 'summed' : ''}">
    ${isNarrow(lab) ? nothing : links()}
    ${planes.map(
      (plane) =>
        html`<div class="from" data-channel=${plane} ${place(1, plane)}>
            ${planeFigure(lab, sight, plane)}
          </div>
          <div data-channel=${plane} ${place(2, plane)}>
            ${kernelFigure(lab, plane, sight.sizes.kernel, sight.kernelScale, plane === planes[0])}
          </div>
          ${
            hasParts
              ? html`<div class="part" data-channel=${plane} ${place(3, plane)}>
                  ${partFigure(lab, sight, solved, plane)}
                </div>`
              : nothing
          }`,
    )}
    ${
      solved
        ? outputs.map(
            (plane) =>
              html`<div class="to" ${place(hasParts ? 4 : 3, plane, size)}>
                ${outputFigure(lab, sight, solved, Math.floor(plane / size))}
              </div>`,
          )
        : html`<div class="to" ${place(3, 0, planes.length)}>${illegal(lab, lab.answer as Illegal)}</div>`
    }
  </div>`;
}

function sightOf(lab: Lab): Sight {
  const { answer, problem, image, width } = lab;
  const solved = 'outputs' in answer ? answer : undefined;
  const count = image.planes.length;
  const planes =
    count > mostRows || isNarrow(lab) ? [lab.plane] : Array.from({ length: count }, (_, plane) => plane);
  const outputColumns = solved?.outputs[0]!.size[1] ?? 1;
  const columns = [
    (solved?.shown[0] ?? image.planes[0]!).size[1],
    ...(solved?.partials.length ? [outputColumns] : []),
    outputColumns,
  ];
  const most = planes.length > 1 ? largest.several : largest.one;
  const sums = solved ? [...solved.outputs, ...solved.partials] : [];
  return {
    solved,
    planes,
    sizes: cellSizes(width, columns, shownKernel(lab)[0]!.length, isNarrow(lab), most),
    kernelScale: { kind: 'signed', limit: largestSize(problem.kernels.flat(2)) },
    sumScale: { kind: 'signed', limit: Math.max(...sums.map(({ values }) => largestSize(values)), 0) },
  };
}

/** Whether what is marked is marked in it: it goes into the output whose cell is chosen. */
const isActive = (lab: Lab, plane: number): boolean => Math.floor(plane / perGroup(lab)) === lab.map;

function planeFigure(lab: Lab, { solved, sizes, planes }: Sight, plane: number): TemplateResult {
  const { image, problem, words, numbers, cell } = lab;
  const picture = image.planes[plane]!;
  const shown = solved?.shown[plane] ?? picture;
  const isPadded = shown.size.join() !== picture.size.join();
  const name = image.channels > 1 ? channelName(lab, plane) : words.input;
  const under = (event: PointerEvent): Cell | undefined =>
    solved && outputUnder(event, sizes.grid, problem.settings, solved);
  const marks = [
    ...(isPadded ? paddingMarks(picture.size, problem.settings.padding) : []),
    ...(solved && cell && isActive(lab, plane)
      ? windowMarks(cell, problem.settings, solved.plan.window, lab.terms)
      : []),
  ];
  const ramps = lab.rampsOf(plane);
  const isTinted = ramps !== lab.ramps;
  return html`<p class="title">
      ${name}
      <span class="small muted num"
        >${words.size(...picture.size)}${isPadded ? `, ${words.paddedTo(...shown.size)}` : ''}</span
      >
    </p>
    ${pickGrid(lab, { picture: shown, scale: image.scale, ramps, cell: sizes.grid, marks, name, plane }, under)}
    ${
      isTinted || plane === planes.at(-1)
        ? html`<span class=${isTinted ? `tint-${image.first + plane}` : ''}
            >${legend(image.scale, numbers)}</span
          >`
        : nothing
    }`;
}

function partFigure(lab: Lab, sight: Sight, { partials }: Solved, plane: number): TemplateResult {
  const { words, numbers } = lab;
  const picture = partials[plane]!;
  const name = words.partOf(channelName(lab, plane));
  return html`<p class="title">${words.part} <span class="small muted">${words.withoutBias}</span></p>
    ${sumGrid(lab, sight, picture, name, plane, isActive(lab, plane))}
    ${plane === sight.planes.at(-1) ? legend(sight.sumScale, numbers) : nothing}`;
}

function outputFigure(lab: Lab, sight: Sight, { outputs }: Solved, map: number): TemplateResult {
  const { words, numbers } = lab;
  const output = outputs[map]!;
  const name = outputName(lab, map);
  const isLast = map === outputs.length - 1 || sight.planes.length === 1;
  return html`<p class="title">${name} <span class="small muted num">${words.size(...output.size)}</span></p>
    ${sumGrid(lab, sight, output, name, map === lab.map ? lab.plane : map * perGroup(lab), map === lab.map)}
    ${isLast ? legend(sight.sumScale, numbers) : nothing}`;
}

/** A grid as large as the output: its cells are the output's. `plane`: which is looked at once one of them is chosen. */
function sumGrid(
  lab: Lab,
  { sizes, sumScale }: Sight,
  picture: Picture,
  name: string,
  plane: number,
  hasMark: boolean,
): TemplateResult {
  const marks = lab.cell && hasMark ? [cellMark(...lab.cell)] : [];
  return pickGrid(
    lab,
    { picture, scale: sumScale, ramps: lab.ramps, cell: sizes.grid, marks, name, plane },
    (event) => cellUnder(event, sizes.grid, picture.size),
  );
}

interface PickGrid {
  readonly picture: Picture;
  readonly scale: Scale;
  readonly ramps: Ramps;
  readonly cell: number;
  readonly marks: readonly Mark[];
  readonly name: string;
  /** Which plane is looked at when a cell in here is chosen. */
  readonly plane: number;
}

/** A grid in which the window is moved: by pointing, dragging, tapping and by keys. */
function pickGrid(
  lab: Lab,
  grid: PickGrid,
  under: (event: PointerEvent) => Cell | undefined,
): TemplateResult {
  const { words, numbers, dragging } = lab;
  const { picture, name, plane } = grid;
  const moves = {
    point: (cell: Cell) => lab.actions.point(cell, plane),
    drag: (cell: Cell) => lab.actions.drag(cell, plane),
    pin: (cell: Cell) => lab.actions.pin(cell, plane),
  };
  const onMove = (event: PointerEvent): void => {
    const cell = under(event);
    if (cell) dragging.move(event, cell, moves);
  };
  const onClick = (event: PointerEvent): void => {
    const cell = under(event);
    if (cell) dragging.click(cell, moves);
  };
  return html`<div
    class="pick"
    role="application"
    tabindex="0"
    aria-label="${name}. ${words.keys}"
    @keydown=${lab.actions.onKey}
    @pointerdown=${dragging.down}
    @pointermove=${onMove}
    @pointerup=${dragging.up}
    @pointercancel=${dragging.up}
    @click=${onClick}
  >
    ${valueGrid({ ...grid, label: `${name}, ${words.size(...picture.size)}`, numbers })}
  </div>`;
}

const illegal = ({ words, actions }: Lab, { error, nearest }: Illegal): TemplateResult =>
  html`<div class="illegal" role="alert">
    <p class="title">${words.illegal}</p>
    <p class="note">${error.message}</p>
    ${
      nearest
        ? html`<button
            type="button"
            class="button"
            part="nearest"
            @click=${() => actions.set({ [nearest.name]: nearest.value })}
          >
            ${words.takeNearest(words.settings[nearest.name], nearest.value)}
          </button>`
        : nothing
    }
  </div>`;
