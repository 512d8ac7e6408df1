/**
 * What a visitor has set in an element, as plain data, and as text that fits in a link: compact JSON in base64url, at most 8 KB.
 * Data only: photographs, frames of a camera and trained weights never enter; `omitted` names what was left out.
 */
import { copyPlain, isPlainObject } from './plain-data.js';
import type { PlainObject } from './plain-data.js';
import { notAState, otherElement, stateTooLarge, stateVersion } from './state-errors.js';

const format = 'convlens.state';
const version = 1;
/** Characters of the text. */
export const mostLinkCharacters = 8192;

export interface LinkState<Settings = PlainObject> {
  readonly format: typeof format;
  readonly version: typeof version;
  /** Tag of the element that it is of. */
  readonly element: string;
  readonly settings: Settings;
  /** What belongs to what was seen and is not in here, in words for people: `the given image`. */
  readonly omitted: readonly string[];
}

export const linkState = <Settings>(
  element: string,
  settings: Settings,
  omitted: readonly string[] = [],
): LinkState<Settings> => ({ format, version, element, settings, omitted });

/**
 * Takes data that claims to be a state; its settings are the element's to read.
 * @param element Tag of the element that it must be of; any unless told.
 * @throws StateError `NOT_A_STATE`, `STATE_VERSION`, `OTHER_ELEMENT`
 */
export function readLinkState(data: unknown, element?: string): LinkState {
  if (!isPlainObject(data) || data['format'] !== format)
    throw notAState(`an object of format ${format}`, isPlainObject(data) ? data['format'] : data);
  // Before the rest: a later version may have anything in it.
  if (data['version'] !== version) throw stateVersion(version, data['version']);
  if (typeof data['element'] !== 'string') throw notAState('the name of an element', data['element']);
  if (element !== undefined && data['element'] !== element) throw otherElement(element, data['element']);
  const { settings, omitted = [] } = data;
  if (!isPlainObject(settings)) throw notAState('settings as an object', settings);
  if (!Array.isArray(omitted) || !omitted.every((each) => typeof each === 'string'))
    throw notAState('a list of what is left out, in words', omitted);
  const copy = copyPlain({ settings, omitted }) as {
    readonly settings: PlainObject;
    readonly omitted: string[];
  };
  return linkState(data['element'], copy.settings, copy.omitted);
}

/**
 * The state as text of `A-Z a-z 0-9 - _`, for the address of a page.
 * @throws StateError `STATE_TOO_LARGE`; `NOT_A_STATE` where it is not plain data
 * @example location.hash = encodeState(lab.state);
 */
export function encodeState(state: LinkState<object>): string {
  const bytes = new TextEncoder().encode(JSON.stringify(readLinkState(state)));
  const length = Math.ceil((bytes.length * 4) / 3);
  if (length > mostLinkCharacters) throw stateTooLarge(mostLinkCharacters, length);
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * @param text As `encodeState` writes it.
 * @throws StateError `STATE_TOO_LARGE`, `NOT_A_STATE`, `STATE_VERSION`
 * @example lab.state = decodeState(location.hash.slice(1));
 */
export function decodeState(text: string): LinkState {
  if (text.length > mostLinkCharacters) throw stateTooLarge(mostLinkCharacters, text.length);
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1)
    throw notAState('text of A-Z, a-z, 0-9, - and _', text);
  const json = jsonOf(text);
  const data = parsed(json);
  const state = readLinkState(data);
  // A name that stands twice, and whatever else has two readings, was not written by us.
  if (JSON.stringify(data) !== json) throw notAState('JSON as encodeState writes it', json);
  return state;
}

function jsonOf(text: string): string {
  const characters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw notAState('text in UTF-8', text);
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw notAState('JSON', json);
  }
}
