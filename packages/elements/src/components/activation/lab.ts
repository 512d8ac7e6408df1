/** All that the lab shows, and what a visitor may do: what its templates are given. */
import type { ActivationName } from '@convlens/types';
import type { Numbers } from '../../messages/numbers.js';
import type { Bend } from '../../linear/bends.js';
import type { EqualKernel } from '../../linear/equal-kernel.js';
import type { LinearError } from '../../linear/errors.js';
import type { Ramps } from '../../render/scale.js';
import type { ActivationMessages } from './activation.messages.js';
import type { Comparison, Templates } from './answers.js';
import type { Setting } from './learned.js';
import type { Cell } from './map-figure.js';
import type { LayerStudy, Study } from './study.js';

/** What a choice changes in a network that lives. */
export type Where = 'all' | 'layer';

export interface Lab {
  readonly study: Study | LayerStudy;
  readonly cell: Cell;
  /** Names of the layers that can be looked at; none without a network. */
  readonly layers: readonly string[];
  /** Undefined where no session lives: a choice then changes the picture alone. */
  readonly where: Where | undefined;
  /** What the weights know and the network no longer has. */
  readonly changed: Setting | undefined;
  /** Why the last command did not work. */
  readonly refusal: string | undefined;
  readonly canTrain: boolean;
  readonly linear: LinearPart | undefined;
  readonly isNarrow: boolean;
  readonly isTable: boolean;
  readonly ramps: Ramps;
  readonly words: ActivationMessages;
  readonly numbers: Numbers;
  readonly live: 'polite' | 'off';
  choose(activation: ActivationName): void;
  look(change: { readonly layer?: string; readonly unit?: number }): void;
  setWhere(where: Where): void;
  retrain(): void;
  average(): void;
  point(cell: Cell): void;
  /** From the chosen cell to its neighbour by a key; whether the key goes anywhere. */
  walk(key: string): boolean;
  lookAtKernel(unit: number): void;
}

/** What can be said of a network that has no functions. */
export type LinearPart =
  | { readonly kind: 'maxima'; readonly bends: readonly Bend[]; readonly canAverage: boolean }
  | { readonly kind: 'training' }
  | {
      readonly kind: 'linear';
      /** Undefined where the network ends in no classes. */
      readonly templates: Templates | LinearError | undefined;
      readonly classNames: readonly string[];
      readonly inputShape: readonly [height: number, width: number, channels: number];
      readonly kernel: EqualKernel | undefined;
      readonly kernelUnit: number;
      /** Its weights of that map: `[height, width, channels]`. */
      readonly plane?: Float64Array;
      readonly comparison?: Comparison | undefined;
    };

export const isOfLayer = (study: Study | LayerStudy): study is LayerStudy => 'layer' in study;
