/** Whether a model, a loss and data fit each other: told before the first step. */
import type { TrainingData } from '@convlens/types';
import type { Sequential } from '../models/sequential.js';
import { dataShape, needsClasses, needsLogits, noData } from './errors.js';
import type { Loss } from './losses/loss.js';

/** @throws LayersError `NEEDS_LOGITS`, `NEEDS_CLASSES`, `NO_DATA`, `DATA_SHAPE` */
export function assertTrainable(model: Sequential, loss: Loss, data: TrainingData): void {
  assertLossFits(model, loss);
  if (data.length < 1) throw noData();
  if (String(data.imageShape) !== String(model.inputShape))
    throw dataShape(model.inputShape, data.imageShape);
}

export function assertLossFits(model: Sequential, loss: Loss): void {
  if (model.endsInSoftmax) throw needsLogits(loss.name, model.name);
  if (model.outputShape.length !== 1) throw needsClasses(loss.name, model.outputShape);
}
