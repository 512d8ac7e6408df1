/** All that the parts of `<cnn-flatten>` draw: one number of the row and its cell, on the numbers of one moment. */
import type { Numbers } from '../../messages/numbers.js';
import type { Palette } from '../../render/palette.js';
import type { Scale } from '../../render/scale.js';
import type { BackTrace } from '../../trace/back-trace.js';
import type { CellAddress } from '../../trace/explain.js';
import type { Trace, Values } from '../../trace/trace.js';
import type { KernelGrid } from '../kernels/kernel-grid.js';
import type { FlatPlace } from './flat-place.js';
import type { FlattenMessages } from './flatten.messages.js';
import type { TracedScore } from './traced.js';
import type { VectorRows } from './vector-rows.js';

export interface FlatPicture {
  readonly trace: Trace;
  readonly place: FlatPlace;
  /** The numbers of the row. */
  readonly values: Values;
  /** Undefined where no dense layer follows. */
  readonly score: TracedScore | undefined;
  /** Its split over the row; undefined where it cannot be split. */
  readonly back: BackTrace | undefined;
  /** The number that is shown, and its cell in the maps. */
  readonly index: number;
  readonly cell: CellAddress;
  readonly scale: Scale;
  readonly partScale: Scale;
  readonly grid: KernelGrid;
  readonly rows: VectorRows;
  /** The figures stand below each other. */
  readonly isTight: boolean;
  readonly isNarrow: boolean;
  /** So many cells are named. */
  readonly top: number;
  readonly refused: string | undefined;
  readonly palette: Palette;
  readonly words: FlattenMessages;
  readonly numbers: Numbers;
}
