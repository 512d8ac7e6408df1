/** What can be wrong with a file, one function each. */
import { LayersError } from '../errors.js';

export const invalidFile = (
  expected: string,
  received: string,
  remedy = 'The file is damaged, or was written by another program: save it again.',
): LayersError =>
  new LayersError('INVALID_FILE', `readSafetensors: expected ${expected}, received ${received}. ${remedy}`);

export const unsupportedTensor = (name: string, dtype: string, supported: readonly string[]): LayersError =>
  new LayersError(
    'UNSUPPORTED_DTYPE',
    `readSafetensors: expected "${name}" to be ${supported.join(', ')}, received ${dtype}. Convert the file.`,
  );

export const noModel = (received: string): LayersError =>
  new LayersError(
    'NO_MODEL',
    `load: expected a model saved by ConvLens (metadata "convlens" with format convlens.model, version 1), received ${received}. Weights alone are read by readSafetensors and put in by model.setWeights.`,
  );

export const notFetched = (url: string, received: string): LayersError =>
  new LayersError(
    'NOT_FETCHED',
    `load: expected a file at ${url}, received ${received}. Check the address, and that the server allows this page to read it.`,
  );

export const noFileSystem = (path: string): LayersError =>
  new LayersError(
    'NO_FILE_SYSTEM',
    `save: expected a file system for "${path}", received none: this is no Node. Use toSafetensors(model) and store the bytes.`,
  );
