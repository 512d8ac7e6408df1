/** All that the lab shows: what its template is given. */
import type { ConvolutionTerm, PaddingMode } from '@convlens/geometry';
import type { Numbers } from '../../messages/numbers.js';
import type { Ramps } from '../../render/scale.js';
import type { ChannelMode, ModeNote } from './channel-modes.js';
import type { Chip } from './chips.js';
import type { ConvolutionMessages } from './convolution.messages.js';
import type { LabActions } from './lab-actions.js';
import type { KernelMatrix } from './presets.js';
import type { Illegal, Problem, Solved } from './problem.js';
import type { PictureName } from './lab-state.js';
import type { LabImage } from './source.js';
import type { WindowDrag } from './window-drag.js';

export type Cell = readonly [row: number, column: number];

/** What was typed into a field and is no number. */
export interface Refused {
  readonly key: string;
  readonly text: string;
}

/** What can be set by name. */
export interface LabChange {
  readonly mode?: ChannelMode;
  readonly channel?: number;
  readonly groups?: number;
  readonly picture?: PictureName;
  readonly stride?: number;
  readonly padding?: number;
  readonly dilation?: number;
  readonly paddingMode?: PaddingMode;
  readonly transposed?: boolean;
  readonly flipped?: boolean;
  readonly editsNetwork?: boolean;
}

export interface LabPictures {
  readonly names: readonly PictureName[];
  readonly chosen: PictureName;
  /** Whether `given` is what a network sees. */
  readonly isOfNetwork: boolean;
}

/** The network that the kernel came from, as far as an edit may reach it. */
export interface NetworkLink {
  readonly isOn: boolean;
  /** Why it refused. */
  readonly error: Error | undefined;
}

export interface Lab {
  readonly pictures: LabPictures;
  readonly image: LabImage;
  readonly mode: ChannelMode;
  readonly wantedGroups: number;
  readonly modeNote: ModeNote | undefined;
  readonly problem: Problem;
  readonly answer: Solved | Illegal;
  /** Among the planes that are shown: the one that is looked at, and the output that it goes into. */
  readonly plane: number;
  readonly map: number;
  readonly cell: Cell | undefined;
  /** Of the chosen cell and the plane that is looked at. */
  readonly terms: readonly ConvolutionTerm[];
  readonly isShared: boolean;
  readonly isPinned: boolean;
  readonly isPlaying: boolean;
  readonly refused: Refused | undefined;
  readonly learned: readonly Chip[];
  readonly network: NetworkLink | undefined;
  readonly width: number;
  readonly ramps: Ramps;
  /** Of a plane: tinted where the picture is red, green and blue. */
  readonly rampsOf: (plane: number) => Ramps;
  readonly words: ConvolutionMessages;
  readonly numbers: Numbers;
  readonly live: 'polite' | 'off';
  readonly dragging: WindowDrag;
  readonly actions: LabActions;
}

export const isNarrow = ({ width }: Pick<Lab, 'width'>): boolean => width < 760;

/** Planes that go into one output. */
export const perGroup = ({ problem }: Pick<Lab, 'problem'>): number =>
  problem.kernels.length / problem.groups;

/** The kernel of the plane that is looked at. */
export const shownKernel = ({ problem, plane }: Pick<Lab, 'problem' | 'plane'>): KernelMatrix =>
  problem.kernels[plane]!;
