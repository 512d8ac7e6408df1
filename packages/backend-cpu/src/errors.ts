/** Every error of this package, one function each: op, expected, received, remedy. */

export type CpuErrorCode = 'OUT_OF_MEMORY' | 'LABEL_RANGE';

export class CpuError extends Error {
  override readonly name = 'CpuError';
  readonly code: CpuErrorCode;
  constructor(code: CpuErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MiB`;

export const outOfMemory = (asked: number, has: number): CpuError =>
  new CpuError(
    'OUT_OF_MEMORY',
    `cpu: expected ${mebibytes(asked)} more memory, received a refusal with ${mebibytes(has)} in use. Use a smaller batch, or dispose of tensors and runtimes that are no longer needed.`,
  );

export const labelOutOfRange = (label: number, classes: number): CpuError =>
  new CpuError(
    'LABEL_RANGE',
    `softmaxCrossEntropy: expected labels from 0 to ${classes - 1} for ${classes} classes, received ${label}. Count classes from 0.`,
  );
