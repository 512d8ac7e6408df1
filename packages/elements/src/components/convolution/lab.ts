/** All that the lab shows, and what a visitor may do: what its template is given. */
import type { ConvolutionTerm, PaddingMode } from '@convlens/geometry';
import type { Numbers } from '../../messages/numbers.js';
import type { Ramps } from '../../render/scale.js';
import type { Chip } from './chips.js';
import type { ConvolutionMessages } from './convolution.messages.js';
import type { KernelEditing } from './kernel-editing.js';
import type { KernelMatrix } from './presets.js';
import type { Picture } from '../../parts/value-grid.js';
import type { Illegal, LabSettings, Solved } from './problem.js';

export type Cell = readonly [row: number, column: number];

export interface Lab {
  readonly picture: Picture;
  readonly kernel: KernelMatrix;
  readonly bias: number;
  readonly settings: LabSettings;
  /** Of the image: the one that is shown, and how many there are. */
  readonly channel: number;
  readonly channels: number;
  readonly answer: Solved | Illegal;
  readonly cell: Cell | undefined;
  readonly terms: readonly ConvolutionTerm[];
  readonly isPinned: boolean;
  readonly isPlaying: boolean;
  readonly refused: { readonly key: string; readonly text: string } | undefined;
  readonly learned: readonly Chip[];
  readonly width: number;
  readonly ramps: Ramps;
  readonly words: ConvolutionMessages;
  readonly numbers: Numbers;
  readonly live: 'polite' | 'off';
  readonly editing: KernelEditing;
  take(chip: Chip): void;
  resize(height: number, width: number): void;
  setBias(bias: number): void;
  set(change: {
    readonly channel?: number;
    readonly stride?: number;
    readonly padding?: number;
    readonly dilation?: number;
    readonly paddingMode?: PaddingMode;
    readonly transposed?: boolean;
    readonly flipped?: boolean;
  }): void;
  point(cell: Cell): void;
  pin(cell: Cell): void;
  walk(by: number): void;
  goTo(index: number): void;
  togglePlaying(): void;
  onKey(event: KeyboardEvent): void;
}
