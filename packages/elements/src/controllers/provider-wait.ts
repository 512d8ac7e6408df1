/**
 * A host that provides the session may be upgraded after the elements inside it: their request then met nobody.
 * This asks again once it is there.
 */

/** Calls `ask` after each ancestor that is not yet defined has been. Returns a function that stops. */
export function askAgainWhenDefined(element: Element, ask: () => void): () => void {
  let isStopped = false;
  for (const name of undefinedAncestors(element)) {
    void customElements.whenDefined(name).then(() => {
      if (!isStopped) ask();
    });
  }
  return () => {
    isStopped = true;
  };
}

function undefinedAncestors(element: Element): ReadonlySet<string> {
  const names = new Set<string>();
  for (
    let node: Node | null = element.parentNode;
    node;
    node = node instanceof ShadowRoot ? node.host : node.parentNode
  ) {
    if (node instanceof Element && node.localName.includes('-') && !customElements.get(node.localName)) {
      names.add(node.localName);
    }
  }
  return names;
}
