/** Every error of this package, one function each: op, expected, received, remedy. */

/** In pixels. */
interface PixelSize {
  readonly width: number;
  readonly height: number;
}

export type DatasetErrorCode =
  | 'IDX_MAGIC'
  | 'IDX_TRUNCATED'
  | 'IDX_TRAILING'
  | 'IDX_TOO_LARGE'
  | 'GZIP'
  | 'MANIFEST'
  | 'SHARDS_MISSING'
  | 'FILE_MISSING'
  | 'FILE_TOO_LARGE'
  | 'FETCH_FAILED'
  | 'NOT_MNIST'
  | 'DATA_PACKAGE_MISSING'
  | 'IMAGE_TOO_LARGE'
  | 'IMAGE_BROKEN'
  | 'IMAGE_NOT_READY'
  | 'IMAGE_UNREADABLE'
  | 'NOT_AN_IMAGE'
  | 'NO_BROWSER'
  | 'INVALID_OPTION'
  | 'INVALID_DATASET';

/** What was read is not what was asked for. `code` is also the anchor of its page in the docs. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly code: DatasetErrorCode;
  /** Of a picture that was refused for its size. */
  readonly imageSize?: PixelSize;
  constructor(
    code: DatasetErrorCode,
    message: string,
    { imageSize, ...options }: ErrorOptions & { readonly imageSize?: PixelSize } = {},
  ) {
    super(message, options);
    this.code = code;
    if (imageSize !== undefined) this.imageSize = imageSize;
  }
}

export const idxMagic = (received: string): DatasetError =>
  new DatasetError(
    'IDX_MAGIC',
    `readIdx: expected an IDX file (bytes 0, 0, a type code of 8, 9, 11, 12, 13 or 14, and 1 to 8 axes), received ${received}. Check the address: a server may have answered with a page.`,
  );

export const idxTruncated = (expected: number, received: number, gzipped: boolean): DatasetError =>
  new DatasetError(
    'IDX_TRUNCATED',
    `readIdx: expected ${expected} bytes by the sizes in the header, received ${gzipped ? 'a gzip file that cannot hold more than' : 'only'} ${received}. Fetch the file again: it is incomplete, or its header lies.`,
  );

export const idxTrailing = (expected: number, received: string): DatasetError =>
  new DatasetError(
    'IDX_TRAILING',
    `readIdx: expected ${expected} bytes by the sizes in the header, received ${received}. Fetch the file again: it holds something else, or its header lies.`,
  );

export const idxTooLarge = (expected: number, maxBytes: number): DatasetError =>
  new DatasetError(
    'IDX_TOO_LARGE',
    `readIdx: expected at most ${maxBytes} bytes, received a header that asks for ${expected}. Where you trust the file, raise { maxBytes }.`,
  );

export const brokenGzip = (cause: unknown): DatasetError =>
  new DatasetError(
    'GZIP',
    `readIdx: expected a complete gzip file, received one that does not unpack. Fetch the file again.`,
    { cause },
  );

export const brokenManifest = (expected: string, received: unknown): DatasetError =>
  new DatasetError(
    'MANIFEST',
    `mnist: expected ${expected} in manifest.json, received ${describe(received)}. Make the folder with \`pnpm data:mnist\`, or copy it whole.`,
  );

export const missingShards = (split: string, kind: string, row: number): DatasetError =>
  new DatasetError(
    'SHARDS_MISSING',
    `mnist: expected a shard with the ${kind} of ${split} digit ${row}, received a manifest that names none. Make the folder with \`pnpm data:mnist\`, or copy it whole.`,
  );

export const missingFile = (place: string, names: readonly string[]): DatasetError =>
  new DatasetError(
    'FILE_MISSING',
    `mnist: expected ${names.join(' or ')} at ${place}, received nothing of that name. Give the folder that holds them.`,
  );

export const fileTooLarge = (place: string, maxBytes: number): DatasetError =>
  new DatasetError(
    'FILE_TOO_LARGE',
    `mnist: expected at most ${maxBytes} bytes at ${place}, received more. Check the address.`,
  );

export const fetchFailed = (place: string, received: string, cause?: unknown): DatasetError =>
  new DatasetError(
    'FETCH_FAILED',
    `mnist: expected to read ${place}, received ${received}. Check the address, the connection and, on another origin, its CORS headers.`,
    { cause },
  );

export const notMnist = (expected: string, received: string): DatasetError =>
  new DatasetError(
    'NOT_MNIST',
    `mnist: expected ${expected}, received ${received}. Read other data with readIdx and new Dataset({ images, labels }).`,
  );

export const noDataPackage = (cause: unknown): DatasetError =>
  new DatasetError(
    'DATA_PACKAGE_MISSING',
    'mnist: expected the package @convlens/data-mnist or an option { source }, received neither. Run: npm install @convlens/data-mnist.',
    { cause },
  );

export const imageTooLarge = (what: string, imageSize: PixelSize, maxPixels: number): DatasetError =>
  new DatasetError(
    'IMAGE_TOO_LARGE',
    `toImageBatch: expected at most ${maxPixels / 1e6} megapixels, received ${what} of ${imageSize.width} x ${imageSize.height} pixels. Make it smaller first.`,
    { imageSize },
  );

export const imageFileTooLarge = (what: string, bytes: number, maxBytes: number): DatasetError =>
  new DatasetError(
    'FILE_TOO_LARGE',
    `toImageBatch: expected a file of at most ${maxBytes} bytes, received ${what} of ${bytes}. Make it smaller first.`,
  );

export const notAnImage = (what: string): DatasetError =>
  new DatasetError(
    'NOT_AN_IMAGE',
    `toImageBatch: expected a picture (a PNG, JPEG, GIF, WebP, BMP or AVIF file, an element that shows one, or straight RGBA pixels), received ${what}. Save it in one of these formats; put an SVG drawing into an <img> and give that.`,
  );

export const brokenImage = (what: string, cause: unknown): DatasetError =>
  new DatasetError(
    'IMAGE_BROKEN',
    `toImageBatch: expected a picture that this browser decodes, received ${what}, which it does not. Fetch or save it again: it is damaged, or of a kind that only other browsers know.`,
    { cause },
  );

export const imageNotReady = (what: string, remedy: string): DatasetError =>
  new DatasetError(
    'IMAGE_NOT_READY',
    `toImageBatch: expected something with pixels, received ${what} without any. ${remedy}`,
  );

export const unreadableImage = (what: string, cause: unknown): DatasetError =>
  new DatasetError(
    'IMAGE_UNREADABLE',
    `toImageBatch: expected pixels that this page may read, received ${what}, which the browser keeps from it. Have another origin send CORS headers and set crossorigin="anonymous"; choose a file again that has changed.`,
    { cause },
  );

export const noBrowser = (op: string, remedy: string): DatasetError =>
  new DatasetError(
    'NO_BROWSER',
    `${op}: expected a browser with bitmaps and canvases, received a program without. ${remedy}`,
  );

export const invalidOption = (
  op: string,
  option: string,
  expected: string,
  received: unknown,
  remedy: string,
): DatasetError =>
  new DatasetError(
    'INVALID_OPTION',
    `${op}: expected ${option} to be ${expected}, received ${describe(received)}. ${remedy}`,
  );

export const invalidDataset = (expected: string, received: string, remedy: string): DatasetError =>
  new DatasetError('INVALID_DATASET', `Dataset: expected ${expected}, received ${received}. ${remedy}`);

function describe(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : `a value of type ${typeof value}`;
}
