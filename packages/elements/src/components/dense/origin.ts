/** Where a chosen product leads: to the sum of a unit in the dense layer before, or to a cell and the pixels behind it. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../../messages/numbers.js';
import type { Ramps } from '../../render/scale.js';
import { cellAtIndex, isDenseStage } from '../../trace/back-trace.js';
import type { CellAddress } from '../../trace/explain.js';
import type { Stage } from '../../trace/stages.js';
import type { Trace } from '../../trace/trace.js';
import { fieldFigure, fieldSize, mapFigure } from '../../parts/cell-figures.js';
import type { DensePlace } from './dense-sum.js';
import type { DenseMessages } from './dense.messages.js';

/** The unit whose own sum an input is, through an activation that stands alone; undefined where it is no unit. */
export function sumBehind(stages: readonly Stage[], index: number, input: number): DensePlace | undefined {
  for (let before = index - 1; before > 0; before--) {
    const stage = stages[before]!;
    if (stage.kind !== 'units' && stage.kind !== 'scores') return undefined;
    if (isDenseStage(stage)) return { index: before, unit: input };
  }
  return undefined;
}

/** The cell of a map that an input is a copy of, or the pixel that it is. */
export function cellBehind(stages: readonly Stage[], index: number, input: number): CellAddress | undefined {
  const before = stages[index - 1]!;
  if (before.kind === 'units' || before.kind === 'scores') return undefined;
  const stage = before.kind === 'strips' ? index - 2 : index - 1;
  return { stage, ...cellAtIndex(before, input) };
}

/** `(2 × 7 + 4) × 16 + 3 = 291` */
export function indexFormula(stage: Stage, input: number): string {
  const { row, column, unit } = cellAtIndex(stage, input);
  return `(${row} × ${stage.size[1]} + ${column}) × ${stage.count} + ${unit} = ${input}`;
}

export function cellPanel(
  trace: Trace,
  cell: CellAddress,
  input: number,
  ramps: Ramps,
  words: DenseMessages,
  numbers: Numbers,
): TemplateResult {
  const { name } = trace.stages[cell.stage]!;
  const map = numbers.integer(cell.unit);
  const [rows, columns] = fieldSize(trace, cell).map((size) => numbers.integer(size)) as [string, string];
  const reach = words.field(rows, columns);
  const isPixel = cell.stage === 0;
  return html`<section class="cell-of" part="cell" aria-label=${words.cell(name, map, cell.row, cell.column)}>
    <b>${words.cell(name, map, cell.row, cell.column)}</b>
    <div class="small muted num">${words.flatIndex(indexFormula(trace.stages[cell.stage]!, input))}</div>
    <div class="figures">
      ${
        isPixel
          ? ''
          : html`<figure>
              ${mapFigure(trace, cell, ramps, words.map(name, map))}
              <figcaption class="small muted">${words.map(name, map)}</figcaption>
            </figure>`
      }
      <figure>
        ${fieldFigure(trace, cell, ramps, `${trace.stages[0]!.name}, ${reach}`)}
        <figcaption class="small muted">${trace.stages[0]!.name}, ${reach}</figcaption>
      </figure>
    </div>
  </section>`;
}
