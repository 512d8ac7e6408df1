/** What a picture of somebody's may take at most: it is read in a page that has other things to do. */

/** Decoded: 16 megapixels, 64 MB as bytes. */
export const maxPixels = 16_000_000;
/** Of the file. */
export const maxFileBytes = 64_000_000;
