/**
 * How large a picture is, by the first bytes of its file: nothing is decoded, so a small file that unpacks to a gigantic picture
 * can be refused before it does. Leaves out every other field of the headers.
 */

export interface ImageSize {
  readonly format: 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp' | 'avif' | 'heic';
  /** In pixels as they are stored: a photo that its EXIF orientation turns on its side has its sides swapped here. */
  readonly width: number;
  readonly height: number;
}

/**
 * Reads the size out of a PNG, JPEG, GIF, WebP, BMP, AVIF or HEIC header.
 *
 * @param bytes The file, or enough of its beginning.
 * @returns `undefined` for any other file, and where the header is cut off or names a side of 0.
 * @example
 * const bmp = new Uint8Array(26);
 * bmp.set([0x42, 0x4d]);
 * bmp.set([12, 0, 0, 0, 3, 0, 2], 14);
 * readImageSize(bmp) // { format: 'bmp', width: 3, height: 2 }
 */
export function readImageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = png(view) ?? jpeg(view) ?? gif(view) ?? webp(view) ?? bmp(view) ?? isoMedia(view);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // A DataView says so of every read beyond the end: the header is cut off.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether the characters of `text` stand at `at`. */
const says = (view: DataView, at: number, text: string): boolean =>
  at + text.length <= view.byteLength &&
  [...text].every((character, i) => view.getUint8(at + i) === character.charCodeAt(0));

/** PNG specification, section 5.2 and 11.2.2: the signature, then the chunk IHDR. */
function png(view: DataView): ImageSize | undefined {
  if (!says(view, 0, '\x89PNG\r\n\x1a\n') || !says(view, 12, 'IHDR')) return undefined;
  return { format: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** GIF89a specification, section 18: the logical screen. */
function gif(view: DataView): ImageSize | undefined {
  if (!says(view, 0, 'GIF87a') && !says(view, 0, 'GIF89a')) return undefined;
  return { format: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** A BITMAPCOREHEADER has sides of 16 bits, every later header of 32; a negative height means that rows begin at the top. */
function bmp(view: DataView): ImageSize | undefined {
  if (!says(view, 0, 'BM')) return undefined;
  if (view.getUint32(14, true) === 12)
    return { format: 'bmp', width: view.getUint16(18, true), height: view.getUint16(20, true) };
  return { format: 'bmp', width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
}

/** RFC 9649: lossy files say their size in the VP8 frame header (RFC 6386, section 9.1), the others in the first chunk. */
function webp(view: DataView): ImageSize | undefined {
  if (!says(view, 0, 'RIFF') || !says(view, 8, 'WEBP')) return undefined;
  if (says(view, 12, 'VP8X')) {
    const uint24 = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 2 ** 16;
    return { format: 'webp', width: uint24(24) + 1, height: uint24(27) + 1 };
  }
  if (says(view, 12, 'VP8L') && view.getUint8(20) === 0x2f) {
    const sides = view.getUint32(21, true);
    return { format: 'webp', width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 };
  }
  if (says(view, 12, 'VP8 ') && says(view, 23, '\x9d\x01\x2a')) {
    const side = (at: number): number => view.getUint16(at, true) & 0x3fff;
    return { format: 'webp', width: side(26), height: side(28) };
  }
  return undefined;
}

/** Start of frame, of any process: C0 to CF without the tables C4, C8 and CC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** ITU-T T.81, annex B: segments until the start of a frame. What stands between segments is skipped, as decoders do. */
function jpeg(view: DataView): ImageSize | undefined {
  if (!says(view, 0, '\xff\xd8')) return undefined;
  let at = 2;
  for (;;) {
    while (view.getUint8(at) !== 0xff) at++;
    while (view.getUint8(at) === 0xff) at++;
    const marker = view.getUint8(at++);
    // FF 00 is no marker; TEM and the restarts stand alone.
    if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd7)) continue;
    // The end of the picture or its scan, before any frame.
    if (marker === 0xd9 || marker === 0xda) return undefined;
    if (isFrame(marker))
      return { format: 'jpeg', height: view.getUint16(at + 3), width: view.getUint16(at + 5) };
    at += view.getUint16(at);
  }
}

/** Real files have tens of boxes and a few brands; one made of nothing else is not followed to its end. */
const mostBoxes = 4096;
const mostBrands = 64;

/** A box of ISO/IEC 14496-12: where its content begins and ends. */
interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * AVIF and HEIC (ISO/IEC 23008-12): every size that the item properties name (`ispe`). The picture may be put together from tiles
 * or have a thumbnail, so the largest is its size: no item is larger.
 */
function isoMedia(view: DataView): ImageSize | undefined {
  if (!says(view, 4, 'ftyp')) return undefined;
  const boxes = [...children(view, 0, view.byteLength)];
  const format = brandOf(view, boxes);
  const meta = boxes.find(({ type }) => type === 'meta');
  if (format === undefined || meta === undefined) return undefined;
  let largest: ImageSize | undefined;
  // `meta` and `ispe` begin with 4 bytes of version and flags.
  for (const properties of children(view, meta.start + 4, meta.end)) {
    if (properties.type !== 'iprp') continue;
    for (const container of children(view, properties.start, properties.end)) {
      if (container.type !== 'ipco') continue;
      for (const { type, start } of children(view, container.start, container.end)) {
        if (type !== 'ispe') continue;
        const size = { format, width: view.getUint32(start + 4), height: view.getUint32(start + 8) };
        if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
      }
    }
  }
  return largest;
}

/** By the major brand and the compatible ones that follow it; `mif1` alone says only that this is a picture. */
function brandOf(view: DataView, [first]: readonly Box[]): 'avif' | 'heic' | undefined {
  if (!first) return undefined;
  const named = Array.from(
    { length: Math.min(mostBrands, Math.floor((first.end - first.start) / 4)) },
    (_, i) => fourCharacters(view, first.start + 4 * i),
  );
  const has = (...brands: string[]): boolean => brands.some((brand) => named.includes(brand));
  if (has('avif', 'avis')) return 'avif';
  return has('heic', 'heix', 'heim', 'heis', 'mif1') ? 'heic' : undefined;
}

const fourCharacters = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));

/** The boxes between two places; those that do not end there are left out, and so is what follows them. */
function* children(view: DataView, from: number, to: number): Generator<Box> {
  let at = from;
  for (let count = 0; count < mostBoxes && at + 8 <= to; count++) {
    const size = view.getUint32(at);
    const type = fourCharacters(view, at + 4);
    const header = size === 1 ? 16 : 8;
    // A size of 1 stands for one of 64 bits that follows, 0 for "as far as it goes".
    const length =
      size === 1 ? view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12) : size === 0 ? to - at : size;
    if (length < header || at + length > to) return;
    yield { type, start: at + header, end: at + length };
    at += length;
  }
}
