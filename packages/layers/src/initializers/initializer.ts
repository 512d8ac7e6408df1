/** How weights begin: functions of a shape and a random key. No `Math` transcendental is used, so every machine gets the same bits. */
import type { RandomKey } from '@convlens/random';
import type { Shape } from '@convlens/types';
import { describe, LayersError } from '../errors.js';
import { glorotUniform } from './glorot-uniform.js';
import { heUniform } from './he-uniform.js';
import { zeros } from './zeros.js';

/** What an initialiser may look at. */
export interface InitializerContext {
  /** Inputs that one output sums over: `kernelHeight * kernelWidth * inChannels / groups`, or a Dense layer's inputs. */
  readonly fanIn: number;
  /** Outputs that one input reaches: `kernelHeight * kernelWidth * filters / groups`, or a Dense layer's units. */
  readonly fanOut: number;
  /** A function of the model's seed, the layer's name and the weight's name. */
  readonly key: RandomKey;
}

/** Gives the values of one weight, row-major. */
export type Initializer = (shape: Shape, context: InitializerContext) => Float32Array;

export type InitializerName = 'glorotUniform' | 'heUniform' | 'zeros';

/** @throws LayersError `INVALID_CONFIG` for a name that is not known. */
export function resolveInitializer(
  layer: string,
  option: string,
  initializer: InitializerName | Initializer,
): Initializer {
  if (typeof initializer === 'function') return initializer;
  switch (initializer) {
    case 'glorotUniform':
      return glorotUniform;
    case 'heUniform':
      return heUniform;
    case 'zeros':
      return zeros;
    default:
      throw unknownInitializer(layer, option, initializer);
  }
}

const unknownInitializer = (layer: string, option: string, received: never): LayersError =>
  new LayersError(
    'INVALID_CONFIG',
    `${layer}: expected ${option} to be 'glorotUniform', 'heUniform', 'zeros' or a function, received ${describe(received)}. Correct the name, or pass (shape, { fanIn, fanOut, key }) => Float32Array.`,
  );
