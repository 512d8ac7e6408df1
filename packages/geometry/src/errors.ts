/** Every error of this package, one function each: op, expected, received, remedy. */

export type GeometryErrorCode = 'INVALID_SIZE' | 'INVALID_PADDING' | 'WINDOW_TOO_LARGE';

/** A setting that no sliding window can have. `code` is also the anchor of its page in the docs. */
export class GeometryError extends Error {
  override readonly name = 'GeometryError';
  readonly code: GeometryErrorCode;
  constructor(code: GeometryErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export const invalidSize = (op: string, name: string, received: readonly number[]): GeometryError =>
  new GeometryError(
    'INVALID_SIZE',
    `${op}: expected ${name} to be positive whole numbers [height, width], received [${received.join(', ')}]. Use 1 or more on both axes.`,
  );

export const invalidPadding = (op: string, received: unknown): GeometryError =>
  new GeometryError(
    'INVALID_PADDING',
    `${op}: expected padding 'same', 'valid', a whole number of 0 or more, [vertical, horizontal] or { top, bottom, left, right }, received ${JSON.stringify(received)}. To cut cells off, use slice.`,
  );

export const windowTooLarge = (
  op: string,
  axis: string,
  input: number,
  padding: number,
  window: number,
  dilation: number,
): GeometryError => {
  const effective = (window - 1) * dilation + 1;
  return new GeometryError(
    'WINDOW_TOO_LARGE',
    `${op}: expected ${axis} + padding to hold one window of ${effective} (size ${window}, dilation ${dilation}), received ${input} + ${padding} = ${input + padding}. Add at least ${effective - input - padding} to the padding, or use a smaller window.`,
  );
};
