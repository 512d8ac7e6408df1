/** Waits for an element to be drawn, and looks inside it: for stories and for tests. */
import type { LitElement } from 'lit';

/** After everything that an element has to draw has been drawn. */
export async function settle(element: Element): Promise<void> {
  const lit = element as LitElement;
  for (let round = 0; round < 4; round++) {
    await lit.updateComplete;
    await frame();
  }
}

export const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

export const inside = (element: Element, selector: string): HTMLElement => {
  const found = element.shadowRoot!.querySelector<HTMLElement>(selector);
  if (!found)
    throw new Error(
      `inside: expected ${selector} in ${element.localName}, received nothing. Look at its template.`,
    );
  return found;
};
