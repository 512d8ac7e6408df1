/**
 * Files that scripts have put into the page: `src="#seed-network"` works where a page may not fetch (`file://`). The page owns them,
 * as `ConvLens.files` (name to base64 text), because script tags can leave things nowhere else.
 */
import { badPageFile, noPageFile } from '../errors.js';

/** The name in a `src` of that kind; an address has none. */
export const pageFileName = (src: string): string | undefined =>
  src.startsWith('#') ? src.slice(1) : undefined;

/**
 * The bytes of a file; undefined while a script of the page may still bring it.
 * @throws LiveError `NO_PAGE_FILE`
 */
export function readPageFile(name: string, { readyState }: Document): Uint8Array | undefined {
  const files: unknown = (globalThis as { readonly ConvLens?: { readonly files?: unknown } }).ConvLens?.files;
  const known: Readonly<Record<string, unknown>> =
    typeof files === 'object' && files !== null ? { ...files } : {};
  if (!Object.hasOwn(known, name)) {
    if (readyState === 'loading') return undefined;
    throw noPageFile(name, Object.keys(known));
  }
  const text = known[name];
  if (typeof text !== 'string') throw badPageFile(name, `a value of type ${typeof text}`);
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    throw badPageFile(name, 'text that is not base64');
  }
}
