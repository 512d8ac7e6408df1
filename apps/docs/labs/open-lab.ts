// Puts a lab into a place: its HTML, the addresses of its weights, its elements, then what its script adds.
import { stageOf } from './lab.js';
import type { Lab } from './lab.js';
import { weightsOf } from './weights.js';

const labs = import.meta.glob<Lab>('./stages/*.ts');

/**
 * @param place Says `aria-busy` until all is there.
 * @param html The lab's HTML, parsed and in no document yet: its elements are to come up with all that they need.
 * @param left Aborted when the page is left.
 */
export async function openLab(
  name: string,
  html: DocumentFragment,
  place: HTMLElement,
  left: AbortSignal,
): Promise<void> {
  const load = labs[`./stages/${name}.ts`];
  if (!load)
    throw new Error(
      `openLab: expected one of ${Object.keys(labs).join(', ')}, received ${name}. Add the file.`,
    );
  const lab = await load();
  for (const model of html.querySelectorAll('cnn-model[data-weights]'))
    model.setAttribute('src', await weightsOf(model.getAttribute('data-weights')!));
  if (left.aborted) return;
  place.replaceChildren(html);
  await lab.elements();
  if (!left.aborted) await lab.start?.(stageOf(place, left));
  place.removeAttribute('aria-busy');
}
