/**
 * Reads a trace of foreign origin: a file, a notebook, another page. The format is in docs/trace-format.md. Written by hand, since
 * this package has no schema library; it keeps what it has checked and nothing else.
 */
import type { ActivationRecord, ModelSummary, RecordedTensor } from '@convlens/types';
import { invalidValue, noRecord, otherVersion, wrongFormat } from './record-errors.js';
import { expectShape, modelOf } from './record-model.js';
import { countAt, isObject, own } from './record-parts.js';
import { tensorsOf } from './record-tensors.js';

/**
 * Gives a trace back with every part checked, and with what follows from the rest filled in: a layer's `inputShape`, `weights`,
 * `parameterCount` and `macs`. What it was given stays as it is; long lists of numbers are shared with it, not copied.
 *
 * NaN is a number like any other here: it is drawn as what it is.
 *
 * @throws RecordError where it is no trace, of another version, larger than 2^24 numbers or 1,000 layers, or does not fit together.
 * @example element.data = readRecord(await response.json());
 */
export function readRecord(value: unknown): ActivationRecord {
  if (!isObject(value)) throw noRecord(value);
  const format = own(value, 'format');
  if (format !== 'convlens.trace') throw wrongFormat(format);
  const version = own(value, 'version');
  if (version !== 1) throw otherVersion(version);
  const tensors = tensorsOf(own(value, 'tensors'));
  const model = modelOf(own(value, 'model'), tensors);
  for (const [path, { shape }] of Object.entries(tensors)) checkTensor(path, shape, model);
  const step = own(value, 'step');
  const recordedAt = own(value, 'recordedAt');
  return {
    format,
    version,
    model,
    tensors,
    ...(step !== undefined && { step: countAt(step, 'step') }),
    ...(recordedAt !== undefined && { recordedAt: momentAt(recordedAt) }),
  };
}

/** A tensor is of the shape that the model says; of what no layer of the model has, only the length is known. */
function checkTensor(
  path: string,
  shape: RecordedTensor['shape'],
  { inputShape, layers, classNames }: ModelSummary,
): void {
  const batched =
    'Write [1, height, width, channels], with a batch of 1; from PyTorch: x.permute(0, 2, 3, 1).';
  if (path === 'input') return expectShape(path, [1, ...inputShape], shape, batched);
  if (path === 'probabilities')
    return expectShape(path, [1, classNames?.length ?? shape.at(-1) ?? 1], shape, 'One for each class.');
  const [name, part = ''] = path.split('/');
  const layer = layers.find((layer) => layer.name === name);
  if (!layer) return;
  if (part === 'output' || part === 'preactivation')
    expectShape(path, [1, ...layer.outputShape], shape, batched);
  else if (Object.hasOwn(layer.weights, part))
    expectShape(path, layer.weights[part]!, shape, 'It is the shape that the layer gives under weights.');
}

/** ISO 8601, at least the day; a view writes it as a date. */
function momentAt(value: unknown): string {
  const isMoment =
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/.test(value) &&
    !Number.isNaN(Date.parse(value));
  if (!isMoment)
    throw invalidValue(
      'recordedAt',
      'a date as in 2026-05-01T12:00:00Z',
      value,
      'Leave it out where it is not known.',
    );
  return value;
}
