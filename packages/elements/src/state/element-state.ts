/**
 * The state of any element of this package: its own where it knows what belongs to it (a drawing, edited kernels), else all that its
 * attributes say. What stands at its default is left out.
 */
import type { LitElement, PropertyDeclaration } from 'lit';
import { linkState, readLinkState } from './link-state.js';
import type { LinkState } from './link-state.js';
import type { PlainData } from './plain-data.js';
import { badSetting, unknownSetting } from './state-errors.js';

interface WithState {
  state: LinkState<object> | undefined;
}

const hasOwnState = (element: LitElement): element is LitElement & WithState => 'state' in element;

/** What a page says of all its elements, and what is no setting of one of them. */
const left: ReadonlySet<string> = new Set(['theme']);

/**
 * What a visitor has set in an element, as plain data: for a link, with `encodeState`. Its `omitted` is of the element alone, and empty
 * unless it has a state of its own: what a session holds, such as trained weights, is the page's to name.
 * @example stateOf(document.querySelector('cnn-softmax')).settings // { temperature: 2 }
 */
export function stateOf(element: LitElement): LinkState<object> {
  if (hasOwnState(element)) return element.state!;
  return linkState(element.localName, scalarsOf(element));
}

/**
 * Sets an element as it was; what the state does not name becomes what it is by default.
 * @throws StateError before anything is changed: what is no state, of another element or version, or has a setting that does not fit.
 */
export function restoreState(element: LitElement, data: unknown): void {
  if (hasOwnState(element)) {
    // Its own reader checks it.
    element.state = data as LinkState<object>;
    return;
  }
  const { settings } = readLinkState(data, element.localName);
  setScalars(element, settings);
}

/** The properties that have an attribute and are not what they are by default. */
export function scalarsOf(element: LitElement): Readonly<Record<string, PlainData>> {
  const fresh = freshOf(element);
  const settings: Record<string, PlainData> = {};
  for (const name of scalarNames(element)) {
    const value = valueOf(element, name);
    if (isScalar(value) && value !== valueOf(fresh, name)) settings[name] = value;
  }
  return settings;
}

/** @throws StateError `UNKNOWN_SETTING`, `BAD_SETTING` */
export function setScalars(element: LitElement, settings: Readonly<Record<string, unknown>>): void {
  const fresh = freshOf(element);
  const names = scalarNames(element);
  for (const [name, value] of Object.entries(settings)) {
    if (!names.includes(name)) throw unknownSetting(name, names);
    const kind = kindOf(declarationOf(element, name));
    if (typeof value !== kind) throw badSetting(name, `a ${kind}`, value);
  }
  for (const name of names) Object.assign(element, { [name]: settings[name] ?? valueOf(fresh, name) });
}

const classOf = (element: LitElement): typeof LitElement => element.constructor as typeof LitElement;

/** An element as it comes: made, and put nowhere. */
const freshOf = (element: LitElement): LitElement =>
  element.ownerDocument.createElement(element.localName) as LitElement;

const declarationOf = (element: LitElement, name: string): PropertyDeclaration =>
  classOf(element).elementProperties.get(name)!;

function scalarNames(element: LitElement): readonly string[] {
  const names: string[] = [];
  for (const [name, { attribute, state }] of classOf(element).elementProperties)
    if (typeof name === 'string' && attribute !== false && !state && !left.has(name)) names.push(name);
  return names;
}

/** Lit's converters: text unless told. */
const kindOf = ({ type }: PropertyDeclaration): 'number' | 'boolean' | 'string' =>
  type === Number ? 'number' : type === Boolean ? 'boolean' : 'string';

// Names come from the class's own list of properties.
const valueOf = (element: LitElement, name: string): unknown =>
  (element as unknown as Readonly<Record<string, unknown>>)[name];

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
