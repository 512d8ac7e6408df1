/** Elements that are given every picture, by their ids: a page needs no script for it. */
import type { ImageBatch } from '@convlens/types';

/** `image` unless an element calls it otherwise. */
const otherNames: Readonly<Record<string, string>> = { 'cnn-convolution': 'data' };

export interface TargetFlaw {
  readonly rule: 'absent' | 'noPicture';
  readonly id: string;
}

/** What of the attribute `targets` is no element that takes a picture. */
export const flawsOf = (root: Node, ids: string): readonly TargetFlaw[] =>
  idsOf(ids).flatMap((id): TargetFlaw[] => {
    const element = elementOf(root, id);
    if (!element) return [{ rule: 'absent', id }];
    return isUnknown(element) || propertyOf(element) ? [] : [{ rule: 'noPicture', id }];
  });

export class Targets {
  readonly #given = new WeakMap<Element, ImageBatch>();

  /** Gives each target a picture that it has not had. One that is not defined yet gets it when it is. */
  give(root: Node, ids: string, image: ImageBatch, again: () => void): void {
    for (const id of idsOf(ids)) {
      const element = elementOf(root, id);
      if (!element || this.#given.get(element) === image) continue;
      if (isUnknown(element)) {
        void customElements.whenDefined(element.localName).then(again);
        continue;
      }
      const property = propertyOf(element);
      if (!property) continue;
      this.#given.set(element, image);
      Object.assign(element, { [property]: image });
    }
  }
}

const idsOf = (ids: string): readonly string[] => [...new Set(ids.split(/\s+/).filter((id) => id !== ''))];

/** A page and a shadow root look their elements up; what belongs to neither has none. */
const elementOf = (root: Node, id: string): Element | null =>
  'getElementById' in root ? (root as Document | ShadowRoot).getElementById(id) : null;

/** An element of a library whose script has not come yet. */
const isUnknown = ({ localName }: Element): boolean =>
  localName.includes('-') && customElements.get(localName) === undefined;

function propertyOf(element: Element): string | undefined {
  const name = Object.hasOwn(otherNames, element.localName) ? otherNames[element.localName]! : 'image';
  return name in element ? name : undefined;
}
