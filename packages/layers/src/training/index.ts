/** The training loop and what it is put together from. */
export { Trainer } from './trainer.js';
export type { TrainerOptions, TrainerPhase, TrainerSnapshot } from './trainer.js';
export { trainingPaths } from './paths.js';
export type { FitOptions } from './fit-options.js';
export type { WatchedValue, WatchListener, WatchRequest } from './watching.js';

export { softmaxCrossEntropy } from './losses/softmax-cross-entropy.js';
export type { SoftmaxCrossEntropyOptions } from './losses/softmax-cross-entropy.js';
export type { Loss } from './losses/loss.js';

export { sgd } from './optimizers/sgd.js';
export type { SgdOptions } from './optimizers/sgd.js';
export { adam } from './optimizers/adam.js';
export type { AdamOptions } from './optimizers/adam.js';
export type { Optimizer, UpdateAt } from './optimizers/optimizer.js';

export { constant } from './schedules/constant.js';
export { linearDecay } from './schedules/linear-decay.js';
export { cosineDecay } from './schedules/cosine-decay.js';
export type { Schedule } from './schedules/schedule.js';

export { evaluate } from './evaluate.js';
export type { EvaluateOptions, Evaluation } from './evaluate.js';
export { accuracy, predictedClasses } from './metrics/accuracy.js';
export { confusionMatrix, mostConfused } from './metrics/confusion-matrix.js';
export type { Confusion, ConfusionMatrix } from './metrics/confusion-matrix.js';
