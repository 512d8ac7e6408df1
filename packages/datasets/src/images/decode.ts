/** The pixels of a picture, whatever a page holds it in. Refuses what is too large before it is decoded, where its size is known. */
import {
  brokenImage,
  imageFileTooLarge,
  imageNotReady,
  imageTooLarge,
  noBrowser,
  notAnImage,
  unreadableImage,
} from '../errors.js';
import { className, isPixelData } from './image-source.js';
import type { ImageSource, PixelData } from './image-source.js';
import { readImageSize } from './image-size.js';
import { maxFileBytes, maxPixels } from './limits.js';
import type { Sides } from './resize-area.js';

/** Decoded: rows are read when they are needed. */
export interface Decoded {
  readonly size: Sides;
  /** Straight RGBA bytes of `count` rows from `top`. */
  readRows(top: number, count: number): ArrayLike<number>;
  close(): void;
}

const needsBrowser = 'In Node, decode the picture with a library and give { width, height, data }.';
/** Enough for the headers of nearly every file; the others are read as a whole. */
const headerBytes = 2 ** 18;

/** As stored: no colour conversion, straight alpha, turned as its EXIF orientation says. */
const asStored: ImageBitmapOptions = {
  colorSpaceConversion: 'none',
  premultiplyAlpha: 'none',
  imageOrientation: 'from-image',
};

export async function decode(source: ImageSource): Promise<Decoded> {
  if (isPixelData(source)) return fromPixels(source);
  const what = describe(source);
  if (typeof createImageBitmap === 'undefined') throw noBrowser('toImageBatch', needsBrowser);
  await prepare(source, what);
  const bitmap = await createImageBitmap(source, asStored).catch((cause: unknown) => {
    throw isSecurityError(cause) ? unreadableImage(what, cause) : brokenImage(what, cause);
  });
  try {
    // The size of a header may lie, and an SVG image does not say its own.
    refuseLarge(what, [bitmap.height, bitmap.width]);
    return fromBitmap(bitmap, what);
  } catch (error) {
    bitmap.close();
    throw error;
  }
}

/** Waits for what is still to be loaded, and looks at the size before anything is decoded. */
async function prepare(source: Exclude<ImageSource, PixelData>, what: string): Promise<void> {
  switch (className(source)) {
    // A class is known by its name only, because an object of another frame is no `instanceof`.
    case 'Blob':
    case 'File':
      return checkFile(source as Blob, what);
    case 'HTMLImageElement': {
      const image = source as HTMLImageElement;
      if (!image.complete)
        await image.decode().catch((cause: unknown) => {
          throw brokenImage(what, cause);
        });
      if (image.naturalWidth === 0) throw brokenImage(what, undefined);
      return refuseLarge(what, [image.naturalHeight, image.naturalWidth]);
    }
    case 'HTMLVideoElement': {
      const video = source as HTMLVideoElement;
      if (video.readyState < video.HAVE_CURRENT_DATA) throw imageNotReady(what, "Wait for 'loadeddata'.");
      return refuseLarge(what, [video.videoHeight, video.videoWidth]);
    }
    case 'VideoFrame': {
      const frame = source as VideoFrame;
      return refuseEmpty(what, [frame.displayHeight, frame.displayWidth], 'Give it before close().');
    }
    case 'HTMLCanvasElement':
    case 'OffscreenCanvas':
    case 'ImageBitmap': {
      const { height, width } = source as HTMLCanvasElement | OffscreenCanvas | ImageBitmap;
      return refuseEmpty(what, [height, width], 'Give it sides of 1 or more, and a bitmap before close().');
    }
    case 'SVGImageElement':
      return;
    default:
      throw notAnImage(what);
  }
}

async function checkFile(file: Blob, what: string): Promise<void> {
  if (file.size > maxFileBytes) throw imageFileTooLarge(what, file.size, maxFileBytes);
  const read = async (bytes: number): Promise<Uint8Array> => {
    const part = await file
      .slice(0, bytes)
      .arrayBuffer()
      .catch((cause: unknown) => {
        throw unreadableImage(what, cause);
      });
    return new Uint8Array(part);
  };
  const size =
    readImageSize(await read(headerBytes)) ??
    (file.size > headerBytes ? readImageSize(await read(file.size)) : undefined);
  if (size === undefined) throw notAnImage(what);
  refuseLarge(what, [size.height, size.width]);
}

function refuseEmpty(what: string, size: Sides, remedy: string): void {
  if (size[0] === 0 || size[1] === 0) throw imageNotReady(what, remedy);
  refuseLarge(what, size);
}

function refuseLarge(what: string, [height, width]: Sides): void {
  if (height * width > maxPixels) throw imageTooLarge(what, { width, height }, maxPixels);
}

function fromPixels(pixels: PixelData): Decoded {
  const { width, height, data } = pixels;
  const what = describe(pixels);
  const isWhole = [width, height].every((side) => Number.isInteger(side) && side > 0);
  if (!isWhole || !(data instanceof Uint8ClampedArray || data instanceof Uint8Array))
    throw notAnImage(`${what} of ${width} x ${height} with ${className(data)}`);
  if (data.length !== width * height * 4) {
    throw notAnImage(`${what} of ${width} x ${height} with ${data.length} bytes instead of four a pixel`);
  }
  refuseLarge(what, [height, width]);
  const rowBytes = width * 4;
  return {
    size: [height, width],
    readRows: (top, count) => data.subarray(top * rowBytes, (top + count) * rowBytes),
    close: () => {},
  };
}

function fromBitmap(bitmap: ImageBitmap, what: string): Decoded {
  const { height, width } = bitmap;
  const context = new OffscreenCanvas(width, 1).getContext('2d', canvasSettings);
  if (!context) throw noBrowser('toImageBatch', needsBrowser);
  return {
    size: [height, width],
    readRows: (top, count) => {
      // Sets the canvas back, so the settings of the context are set anew.
      if (context.canvas.height !== count) context.canvas.height = count;
      context.globalCompositeOperation = 'copy';
      context.imageSmoothingEnabled = false;
      try {
        context.drawImage(bitmap, 0, -top);
        return context.getImageData(0, 0, width, count).data;
      } catch (cause) {
        throw unreadableImage(what, cause);
      }
    },
    close: () => bitmap.close(),
  };
}

/**
 * A canvas keeps colours multiplied by their alpha: in 8 bits that loses straight values, in 16-bit floats (`colorType`, which
 * browsers without it pass over) every byte comes back as it was.
 */
const canvasSettings: CanvasRenderingContext2DSettings & { readonly colorType: 'float16' } = {
  colorSpace: 'srgb',
  colorType: 'float16',
  willReadFrequently: true,
};

const isSecurityError = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'SecurityError';

/** For messages: a file by its name, an element by what it shows. */
function describe(source: unknown): string {
  const kind = className(source);
  if (kind === 'File') return JSON.stringify((source as File).name);
  if (kind === 'Blob') return `a Blob of type ${JSON.stringify((source as Blob).type)}`;
  if (kind === 'HTMLImageElement' || kind === 'HTMLVideoElement') {
    const address = (source as HTMLImageElement | HTMLVideoElement).currentSrc;
    return `an ${kind} of ${JSON.stringify(address.slice(0, 200))}`;
  }
  if (isPixelData(source)) return 'pixels';
  return source === null || source === undefined ? String(source) : `a value of the class ${kind}`;
}
