// The state of a lab in the address of its page: what every element of it says of itself, in their order. Data alone; photographs,
// frames of a camera and weights that were trained here stay in the page, and the link says what it leaves out.
import {
  decodeState,
  encodeState,
  linkState,
  readLinkState,
  restoreState,
  StateError,
  stateOf,
} from '@convlens/elements';
import type { LinkState } from '@convlens/elements';
import type { CnnModel } from '@convlens/live';

/** Every element of ours is one of these. */
type LitElement = Parameters<typeof stateOf>[0];

const name = '#state=';

/** What weights are trained here is no part of a link. */
const trained = 'weights that were trained here';

/** Nor is what is set beside the elements, in the lab's own buttons and fields. */
const beside: Readonly<Record<string, string>> = {
  'two-nets': 'the shift and the shuffle',
  loose: 'the sentence and its kernel',
};

export interface LabLink {
  /** Undefined where it is more than a link holds; then there is the file. */
  readonly address: string | undefined;
  readonly file: string;
  /** In words. */
  readonly omitted: readonly string[];
}

export function linkOf(lab: string, place: HTMLElement): LabLink {
  const state = stateOfLab(lab, place);
  const file = JSON.stringify(state);
  let text: string | undefined;
  try {
    text = encodeState(state);
  } catch (error) {
    if (!(error instanceof StateError && error.code === 'STATE_TOO_LARGE')) throw error;
  }
  const address = text === undefined ? undefined : new URL(name + text, location.href).href;
  return { address, file, omitted: state.omitted };
}

/** Sets a lab as its address, if it has one of ours, says. @throws StateError */
export function openAddress(lab: string, place: HTMLElement): void {
  if (location.hash.startsWith(name)) restoreLab(lab, place, decodeState(location.hash.slice(name.length)));
}

/** @throws StateError for what is no file of ours, or of another lab; the lab is then as it was. */
export function openFile(lab: string, place: HTMLElement, text: string): void {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new StateError(
      'NOT_A_STATE',
      'state: expected JSON, received other text. Choose a file that was saved here.',
    );
  }
  restoreLab(lab, place, data);
}

const elementsOf = (place: HTMLElement): readonly LitElement[] =>
  [...place.querySelectorAll<LitElement>('*')].filter(
    ({ localName }) => localName.startsWith('cnn-') && localName !== 'cnn-model',
  );

function stateOfLab(lab: string, place: HTMLElement): LinkState<object> {
  const omitted = new Set<string>();
  const settings: Record<string, object> = {};
  const drawn = place.querySelector('cnn-draw-pad')?.value;
  elementsOf(place).forEach((element, index) => {
    const state = stateOf(element);
    // A picture that is the pad's comes back with it.
    const isDrawn = drawn !== undefined && 'image' in element && element.image === drawn;
    if (!isDrawn) for (const each of state.omitted) omitted.add(each);
    // One that is as its class has it is not written: restored, it is that again, whatever the page's HTML says.
    if (Object.keys(state.settings).length > 0) settings[`${index} ${element.localName}`] = state.settings;
  });
  const models = place.querySelectorAll<CnnModel>('cnn-model');
  if ([...models].some(({ session }) => (session?.state.current?.step ?? 0) > 0)) omitted.add(trained);
  const controls = beside[lab];
  if (controls !== undefined) omitted.add(controls);
  return linkState(lab, settings, [...omitted]);
}

function restoreLab(lab: string, place: HTMLElement, data: unknown): void {
  const { settings } = readLinkState(data, lab);
  const elements = elementsOf(place);
  const named = new Map<LitElement, unknown>();
  for (const [key, own] of Object.entries(settings)) {
    const [index, tag] = key.split(' ');
    const element = elements[Number(index)];
    if (!element || element.localName !== tag)
      throw new StateError(
        'NOT_A_STATE',
        `state: expected elements of the lab ${lab}, received ${JSON.stringify(key)}. Copy the link again on this release of the page.`,
      );
    named.set(element, own);
  }
  const before = elements.map((element) => ({ element, state: stateOf(element) }));
  try {
    for (const element of elements)
      restoreState(element, linkState(element.localName, named.get(element) ?? {}));
  } catch (error) {
    // All of it or nothing.
    for (const { element, state } of before) restoreState(element, state);
    throw error;
  }
}
