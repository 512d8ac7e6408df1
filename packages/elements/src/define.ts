/** Registers one element. A page may hold two copies of this package: the first to come keeps the name. */

/** Does nothing where there is no `customElements` (Node) or the name is taken. */
export function define(tag: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  if (registry && !registry.get(tag)) registry.define(tag, element);
}
