/** Every error of this package, one function each: op, expected, received, remedy. */

export type GeometryErrorCode =
  | 'INVALID_GROUPS'
  | 'INVALID_KIND'
  | 'INVALID_OUTPUT_PADDING'
  | 'INVALID_PADDING'
  | 'INVALID_SIZE'
  | 'NO_OUTPUT'
  | 'PADDING_TOO_LARGE'
  | 'TRANSPOSED_PADDING'
  | 'WINDOW_TOO_LARGE'
  | 'WRONG_LENGTH'
  | 'WRONG_PLAN';

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

export const paddingTooLarge = (
  op: string,
  mode: string,
  axis: string,
  size: number,
  most: number,
  received: number,
): GeometryError =>
  new GeometryError(
    'PADDING_TOO_LARGE',
    `${op}: expected at most ${most} cells of ${mode} padding on each side of a ${axis} of ${size}, received ${received}. Pad with ${most}, or with zeros.`,
  );

export const transposedPadding = (op: string, received: string): GeometryError =>
  new GeometryError(
    'TRANSPOSED_PADDING',
    `${op}: expected zeros in a number of cells, since padding cuts cells off a transposed convolution, received '${received}'. Name the padding as a number.`,
  );

export const noOutput = (op: string, [height, width]: readonly [number, number]): GeometryError =>
  new GeometryError(
    'NO_OUTPUT',
    `${op}: expected an output of at least 1 × 1, received ${height} × ${width}: the padding cuts off all there is. Take ${Math.ceil((1 - Math.min(height, width)) / 2)} from the padding, or more.`,
  );

export const invalidGroups = (channels: number, perGroup: number, filters: number): GeometryError =>
  new GeometryError(
    'INVALID_GROUPS',
    `convolve: expected the filter's channels to divide the image's, and the groups that makes to divide the filters, received ${channels} image channels, ${perGroup} filter channels and ${filters} filters. Use filters of [height, width, image channels / groups, groups × filters a group].`,
  );

export const wrongLength = (
  op: string,
  name: string,
  shape: readonly number[],
  expected: number,
  received: number,
): GeometryError =>
  new GeometryError(
    'WRONG_LENGTH',
    `${op}: expected ${expected} values of the ${name} for [${shape.join(', ')}], received ${received}. Check its shape.`,
  );

export const invalidOutputPadding = (
  op: string,
  received: readonly number[],
  strides: readonly number[],
): GeometryError =>
  new GeometryError(
    'INVALID_OUTPUT_PADDING',
    `${op}: expected output padding of whole numbers from 0 to stride − 1 for strides [${strides.join(', ')}], received [${received.join(', ')}]. It only says which of the sizes that a stride maps to one is meant.`,
  );

export const invalidKind = (op: string, kinds: readonly string[], received: unknown): GeometryError =>
  new GeometryError(
    'INVALID_KIND',
    `${op}: expected kind ${kinds.map((kind) => `'${kind}'`).join(', ')}, received ${JSON.stringify(received)}. Name one of them.`,
  );

export const wrongPlan = (
  op: string,
  planned: readonly number[],
  received: readonly number[],
): GeometryError =>
  new GeometryError(
    'WRONG_PLAN',
    `${op}: expected an image of the plan's [${planned.join(', ')}], received [${received.join(', ')}]. Make the plan with input: [${received.join(', ')}].`,
  );
