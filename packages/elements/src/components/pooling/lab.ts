/** All that the lab shows, and what a visitor may do: what its template is given. */
import type { Numbers } from '../../messages/numbers.js';
import type { Scale } from '../../render/scale.js';
import type { KernelEditing } from '../convolution/kernel-editing.js';
import type { MapFigure } from './map-painter.js';
import type { Times } from './measuring.js';
import type { PoolingMessages } from './pooling.messages.js';
import type { Change, Shift } from './shift.js';
import type { PoolingSettings, Solved, Term, WayCost, WayName } from './ways.js';

export type Cell = readonly [row: number, column: number];

/** One way, from top to bottom. */
export interface Column {
  readonly way: WayName;
  readonly input: MapFigure;
  readonly output: MapFigure;
  readonly cost: WayCost;
  readonly change: Change;
  readonly terms: readonly Term[];
}

export interface Lab {
  readonly solved: Solved;
  readonly columns: readonly Column[];
  readonly settings: PoolingSettings;
  readonly inputSize: readonly [height: number, width: number];
  /** Of the network whose maps these are; undefined for an image. */
  readonly layer: string | undefined;
  readonly recordedAt: string | undefined;
  readonly channel: number;
  readonly channels: number;
  readonly shift: Shift;
  readonly cell: Cell;
  readonly isPinned: boolean;
  /** Shows gradients in the place of inputs. */
  readonly isGradient: boolean;
  readonly gradientScale: Scale;
  readonly isEqual: boolean;
  readonly refused: { readonly key: string; readonly text: string } | undefined;
  readonly times: Times;
  readonly isMeasuring: boolean;
  /** Whether the convolution of all channels is too much for this page. */
  readonly isTooLarge: boolean;
  /** Columns side by side, and whether they are so narrow that labels stand above numbers. */
  readonly across: number;
  readonly isTight: boolean;
  readonly words: PoolingMessages;
  readonly numbers: Numbers;
  readonly live: 'polite' | 'off';
  readonly editing: KernelEditing;
  set(change: { readonly windowSize?: number; readonly stride?: number; readonly gradient?: boolean }): void;
  choose(channel: number): void;
  shiftBy(down: number, right: number): void;
  putBack(): void;
  useEqual(): void;
  measure(): void;
  point(cell: Cell): void;
  pin(cell: Cell): void;
  onKey(event: KeyboardEvent): void;
  onShiftKey(event: KeyboardEvent): void;
}
