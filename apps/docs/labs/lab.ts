// What a lab is: a piece of HTML (`stages/<name>.html`) and what a script has to add to it. Knows no framework, so that the
// same lab stands in a page of the site and in a bare one that others embed.
import type { ModelSession } from '@convlens/types';

export interface Lab {
  /** Registers what the HTML names. */
  readonly elements: () => Promise<unknown>;
  /** Gives the elements what attributes cannot carry. Returns what has to be undone when the page is left. */
  readonly start?: (stage: Stage) => Promise<void> | void;
}

/** The place where a lab stands. */
export interface Stage {
  readonly place: HTMLElement;
  /** Ends with the page: hand it to listeners. */
  readonly left: AbortSignal;
  /** @throws Error when the lab's HTML has no such part. */
  part<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name];
  part<Part extends HTMLElement>(selector: string): Part;
  /** The session of a `<cnn-model>`, the first one unless told. */
  session(selector?: string): ModelSession;
}

export function stageOf(place: HTMLElement, left: AbortSignal): Stage {
  const part = <Part extends HTMLElement>(selector: string): Part => {
    const found = place.querySelector<Part>(selector);
    if (!found) throw new Error(`lab: expected ${selector} in its HTML, received nothing. Add it.`);
    return found;
  };
  return {
    place,
    left,
    part,
    session(selector = 'cnn-model') {
      const { session } = part<HTMLElement & { readonly session?: ModelSession }>(selector);
      if (!session)
        throw new Error(
          `lab: expected ${selector} to be connected, received no session. Put it into the page.`,
        );
      return session;
    },
  };
}
