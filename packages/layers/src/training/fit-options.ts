/** The settings of one run, their defaults, and what is refused. */
import type { TrainingData } from '@convlens/types';
import { invalidFitOption } from './errors.js';

export interface FitOptions {
  /** Passes over the data; 1 unless told. */
  readonly epochs?: number;
  /** 32 unless told, and at most the data's length. */
  readonly batchSize?: number;
  /** Decides order and dropout; the model's seed unless told. */
  readonly seed?: number;
  /** Every epoch in an order of its own; true unless told. */
  readonly shuffle?: boolean;
  /** Leaves out the examples that do not fill a last batch, others in each epoch: all steps are of one size, and allocate nothing. true unless told. */
  readonly dropRemainder?: boolean;
  /** Evaluated after each epoch. */
  readonly validation?: TrainingData | undefined;
  /** Ends the run between two steps, without an error. */
  readonly signal?: AbortSignal | undefined;
  /** Steps of this run that were made before: goes on after a restored snapshot. 0 unless told. */
  readonly initialStep?: number;
  /** Awaited between two steps: what it commands takes effect before the next. */
  readonly betweenSteps?: (() => void | Promise<void>) | undefined;
  /** Timers, messages and signals get a turn at least so often; 12 unless told. */
  readonly yieldEveryMs?: number;
}

export type ResolvedFitOptions = Required<Omit<FitOptions, 'validation' | 'signal' | 'betweenSteps'>> &
  Pick<FitOptions, 'validation' | 'signal' | 'betweenSteps'>;

/** @throws LayersError `INVALID_OPTION` */
export function resolveFitOptions(options: FitOptions, modelSeed: number): ResolvedFitOptions {
  const {
    epochs = 1,
    batchSize = 32,
    seed = modelSeed,
    shuffle = true,
    dropRemainder = true,
    initialStep = 0,
    yieldEveryMs = 12,
  } = options;
  whole('epochs', epochs, 1);
  whole('batchSize', batchSize, 1);
  whole('seed', seed, 0);
  whole('initialStep', initialStep, 0);
  return { ...options, epochs, batchSize, seed, shuffle, dropRemainder, initialStep, yieldEveryMs };
}

function whole(option: string, value: unknown, least: number): void {
  if (Number.isSafeInteger(value) && (value as number) >= least) return;
  throw invalidFitOption(option, `a whole number of ${least} or more`, value, 'Correct it.');
}
