/** Every error of this package, one function each: who, expected, received, remedy. */
import type { Shape } from '@convlens/types';

export type LayersErrorCode =
  | 'INVALID_CONFIG'
  | 'LAYER_SHAPE'
  | 'DUPLICATE_NAME'
  | 'INVALID_NAME'
  | 'NO_INPUT_SHAPE'
  | 'NOT_BUILT'
  | 'ALREADY_BUILT'
  | 'IMAGE_SHAPE'
  | 'UNKNOWN_PATH'
  | 'WEIGHTS_MISMATCH'
  | 'MODEL_HELD'
  | 'UNKNOWN_NAME'
  | 'LAYER_MISMATCH'
  | 'NOT_A_CLASSIFIER';

/** What all errors of layers and models share: `code` is stable, and the anchor of its page in the docs. */
export class LayersError extends Error {
  override readonly name: string = 'LayersError';
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const error = (code: LayersErrorCode, message: string): LayersError => new LayersError(code, message);

export const formatShape = (shape: Shape): string => `[${shape.join(', ')}]`;

/** Short enough for a message, whatever it is. */
export function describe(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  if (text === undefined) return String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

export const invalidConfig = (
  layer: string,
  option: string,
  expected: string,
  received: unknown,
  remedy: string,
): LayersError =>
  error(
    'INVALID_CONFIG',
    `${layer}: expected ${option} to be ${expected}, received ${describe(received)}. ${remedy}`,
  );

export const unknownOption = (layer: string, option: string, known: readonly string[]): LayersError =>
  error(
    'INVALID_CONFIG',
    `${layer}: expected no option but ${known.join(', ')}, received "${option}". Correct its spelling or leave it out.`,
  );

export const layerShape = (layer: string, expected: string, received: Shape, remedy: string): LayersError =>
  error(
    'LAYER_SHAPE',
    `${layer}: expected an input of ${expected}, received ${formatShape(received)}. ${remedy}`,
  );

/** A window that does not fit, told with the layer's name. */
export const layerWindow = (cause: Error): LayersError =>
  new LayersError('LAYER_SHAPE', cause.message, { cause });

export const duplicateName = (name: string, first: number, second: number): LayersError =>
  error(
    'DUPLICATE_NAME',
    `Sequential: expected layer names to be unique, received "${name}" for layers ${first} and ${second}. Give one of them another name.`,
  );

export const invalidName = (name: string): LayersError =>
  error(
    'INVALID_NAME',
    `Sequential: expected a layer name without "/" that is not empty, "input" or "probabilities", received "${name}". Paths such as conv1/output are made from it; choose another.`,
  );

export const noInputShape = (model: string): LayersError =>
  error(
    'NO_INPUT_SHAPE',
    `${model}: expected to know the shape of one input, received none. Pass inputShape: [28, 28, 1] to the model or to build, or put InputLayer first.`,
  );

export const notBuilt = (model: string, action: string): LayersError =>
  error(
    'NOT_BUILT',
    `${model}: expected to be built before ${action}, received a model without weights. Call model.build(runtime, { seed: 1 }).`,
  );

export const alreadyBuilt = (model: string): LayersError =>
  error(
    'ALREADY_BUILT',
    `${model}: expected to be built once, received a second build. Use model.to(runtime) to move it, or model.dispose() first.`,
  );

export const imageShape = (model: string, expected: Shape, received: Shape): LayersError =>
  error(
    'IMAGE_SHAPE',
    `${model}: expected images of ${formatShape(['batch', ...expected] as never)}, received ${formatShape(received)}. Resize them, or build the model for this inputShape.`,
  );

export const imageLength = (model: string, shape: Shape, expected: number, received: number): LayersError =>
  error(
    'IMAGE_SHAPE',
    `${model}: expected ${expected} values for images of ${formatShape(shape)}, received ${received}. Correct the shape or the data.`,
  );

export const unknownPath = (path: string, known: readonly string[]): LayersError =>
  error(
    'UNKNOWN_PATH',
    `watch: expected one of ${known.join(', ')}, received "${path}". A path is a layer's name and a part of it.`,
  );

export const weightsMismatch = (expected: string, received: string, remedy: string): LayersError =>
  error('WEIGHTS_MISMATCH', `setWeights: expected ${expected}, received ${received}. ${remedy}`);

export const modelHeld = (model: string): LayersError =>
  error(
    'MODEL_HELD',
    `${model}: expected to be moved alone, received a model that a live Trainer holds. Call await trainer.to(runtime), which moves the optimizer's state too, or trainer.dispose() first.`,
  );

export const notAClassifier = (what: string): LayersError =>
  error(
    'NOT_A_CLASSIFIER',
    `${what}: expected a classifier, whose output is [batch, classes], received another model. End it with Dense, and give it classNames or classifier: true.`,
  );

export const unknownName = (model: string, name: string, known: readonly string[]): LayersError =>
  error(
    'UNKNOWN_NAME',
    `${model}: expected a layer's name (${known.join(', ')}), received "${name}". Correct its spelling.`,
  );

export const layerMismatch = (name: string, expected: string, received: string): LayersError =>
  error(
    'LAYER_MISMATCH',
    `replaceLayer: expected a layer for ${name} with ${expected}, received ${received}. The weights stay as they are: change only what has no part in their shapes.`,
  );
