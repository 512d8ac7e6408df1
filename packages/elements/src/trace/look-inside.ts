/** One map taken apart: what each input map adds at every cell, their sum before and the map after the activation. */
import { receptiveField } from '@convlens/geometry';
import type { CellRange } from '@convlens/geometry';
import { convolutionTerms } from './explain.js';
import type { CellAddress } from './explain.js';
import { plansTo } from './stages.js';
import type { MapsStage, Stage } from './stages.js';
import type { Trace, Values } from './trace.js';

/** One input map on its way into a map of a convolution. */
export interface Strand {
  readonly from: number;
  /** What it adds at the cell. */
  readonly amount: number;
  /** What it adds at every cell, row-major. */
  readonly added: Float64Array;
}

export interface InsideView {
  readonly stage: MapsStage;
  readonly cell: CellAddress;
  /** The input cells that can reach the cell, and those of the stage before. */
  readonly field: CellRange;
  readonly window: CellRange;
  /** The strongest at the cell, in their own order; all of them where they are few. Empty for pooling. */
  readonly strands: readonly Strand[];
  readonly strandCount: number;
  readonly bias: number;
  /** Before the activation, row-major; undefined for pooling. */
  readonly sums: Float64Array | undefined;
}

const mostStrands = 8;

export function lookInside(trace: Trace, cell: CellAddress): InsideView | undefined {
  const stage = trace.stages[cell.stage];
  if (stage?.kind !== 'maps') return undefined;
  const plans = plansTo(trace.stages, cell.stage);
  const place = [cell.row, cell.column] as const;
  const common = {
    stage,
    cell,
    field: receptiveField(plans, place),
    window: receptiveField(stage.plan ? [stage.plan] : [], place),
  };
  const terms = stage.how === 'convolution' ? convolutionTerms(trace, cell) : undefined;
  if (!terms) return { ...common, strands: [], strandCount: 0, bias: 0, sums: undefined };
  const bias = trace.weight(cell.stage, 'bias')?.[cell.unit] ?? 0;
  const added = trace.memo(`added ${cell.stage} ${cell.unit}`, () => addedBy(trace, cell, terms.length));
  const sums = new Float64Array(stage.size[0] * stage.size[1]).fill(bias);
  for (const amounts of added) amounts.forEach((amount, index) => (sums[index]! += amount));
  const strongest = new Set(
    [...terms]
      .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
      .slice(0, mostStrands)
      .map(({ from }) => from),
  );
  const strands = terms
    .map((term, index) => ({ ...term, added: added[index]! }))
    .filter(({ from }) => strongest.has(from));
  return { ...common, strands, strandCount: terms.length, bias, sums };
}

/** For every input map the cells that it adds to the output map. */
function addedBy(trace: Trace, cell: CellAddress, channels: number): readonly Float64Array[] {
  const { size } = trace.stages[cell.stage]!;
  const added = Array.from({ length: channels }, () => new Float64Array(size[0] * size[1]));
  for (let row = 0; row < size[0]; row++) {
    for (let column = 0; column < size[1]; column++) {
      const terms = convolutionTerms(trace, { ...cell, row, column }) ?? [];
      terms.forEach(({ amount }, index) => (added[index]![row * size[1] + column] = amount));
    }
  }
  return added;
}

interface Plane {
  readonly values: Values;
  readonly size: readonly [height: number, width: number];
}

/** The kernel through which a map sees one input map. */
export function kernelPlane(trace: Trace, { stage, unit }: CellAddress, channel: number): Plane | undefined {
  const filter = trace.weight(stage, 'filter');
  return filter && kernelPlaneOf(filter, trace.stages[stage]!, unit, channel);
}

/** The same of a filter at hand: of the stage's layer, at another moment. */
export function kernelPlaneOf(
  filter: Values,
  stage: Stage,
  unit: number,
  channel: number,
): Plane | undefined {
  if (stage.kind !== 'maps' || !stage.plan) return undefined;
  const [height, width] = stage.plan.window;
  const perGroup = filter.length / (height * width * stage.count);
  const place = channel % perGroup;
  const values = Float64Array.from(
    { length: height * width },
    (_, cell) => filter[(cell * perGroup + place) * stage.count + unit]!,
  );
  return { values, size: [height, width] };
}
