/** Registers one element. A page may hold two copies of this package: the first to come keeps the name. */

/**
 * Does nothing where the name is taken, and nothing where there is no document: in Node, Lit brings a registry of its
 * own that nobody looks at.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!('document' in globalThis) || customElements.get(tag)) return;
  customElements.define(tag, element);
}
