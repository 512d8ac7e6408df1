/**
 * Places and sizes that are computed: `<div ${styleOf({ width: '12px' })}>`. They are set one by one on the element's style, which
 * the strictest content policy lets through; a `style` attribute, and with it Lit's own `styleMap`, it does not.
 */
import { noChange } from 'lit';
import { Directive, directive, PartType } from 'lit/directive.js';
import type { ElementPart, PartInfo } from 'lit/directive.js';

/** By CSS name, `grid-template`, or as scripts write it, `gridTemplate`. */
export type Styles = Readonly<Record<string, string>>;

const cssName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

class StyleOf extends Directive {
  #set: Styles = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new Error('styleOf: expected to stand in a tag, received another place in a template.');
  }

  render(_styles: Styles): unknown {
    return noChange;
  }

  override update(part: ElementPart, [styles]: Parameters<this['render']>): unknown {
    // Templates here are of HTML elements alone.
    const { style } = part.element as HTMLElement;
    for (const name of Object.keys(this.#set)) if (!(name in styles)) style.removeProperty(cssName(name));
    for (const [name, value] of Object.entries(styles))
      if (this.#set[name] !== value) style.setProperty(cssName(name), value);
    this.#set = styles;
    return noChange;
  }
}

export const styleOf = directive(StyleOf);
