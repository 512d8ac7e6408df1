/** Every error of training, one function each: who, expected, received, remedy. */
import type { Shape } from '@convlens/types';
import { describe, formatShape, LayersError } from '../errors.js';

const error = (code: string, message: string): LayersError => new LayersError(code, message);

export const needsLogits = (loss: string, model: string): LayersError =>
  error(
    'NEEDS_LOGITS',
    `${loss}: expected a model whose output is logits, received ${model}, which ends in softmax. Leave the softmax out: predict adds the probabilities.`,
  );

export const needsClasses = (loss: string, outputShape: Shape): LayersError =>
  error(
    'NEEDS_CLASSES',
    `${loss}: expected a model whose output is [classes], received ${formatShape(outputShape)}. End the model with Dense.`,
  );

export const alreadyTraining = (action: string): LayersError =>
  error(
    'ALREADY_TRAINING',
    `Trainer.${action}: expected no run to be going on, received a call during one. End it first: leave its loop, or call trainer.stop().`,
  );

export const trainerDisposed = (): LayersError =>
  error(
    'TRAINER_DISPOSED',
    'Trainer: expected a live trainer, received one that was disposed. Make a new Trainer.',
  );

export const invalidFitOption = (
  option: string,
  expected: string,
  received: unknown,
  remedy: string,
): LayersError =>
  error(
    'INVALID_OPTION',
    `Trainer.fit: expected ${option} to be ${expected}, received ${describe(received)}. ${remedy}`,
  );

export const invalidSetting = (
  owner: string,
  option: string,
  expected: string,
  received: unknown,
): LayersError =>
  error(
    'INVALID_OPTION',
    `${owner}: expected ${option} to be ${expected}, received ${describe(received)}. Correct it.`,
  );

export const dataShape = (model: Shape, data: Shape): LayersError =>
  error(
    'DATA_SHAPE',
    `Trainer: expected images of ${formatShape(model)}, received data of ${formatShape(data)}. Use a model with inputShape: ${formatShape(data)}, or other data.`,
  );

export const noData = (): LayersError =>
  error(
    'NO_DATA',
    'Trainer: expected at least one example, received data of length 0. Check what was loaded.',
  );

export const labelOutOfRange = (label: number, classes: number): LayersError =>
  error(
    'LABEL_RANGE',
    `Trainer: expected labels from 0 to ${classes - 1}, received ${label}. Give the last layer one unit a class.`,
  );

export const snapshotMismatch = (expected: string, received: string): LayersError =>
  error(
    'SNAPSHOT_MISMATCH',
    `Trainer.restore: expected ${expected}, received ${received}. Restore into a trainer with the same model and optimizer.`,
  );
