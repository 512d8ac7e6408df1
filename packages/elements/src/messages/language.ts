/** Which language an element speaks: that of the nearest `lang`, across shadow roots. */

/** Messages by language tag. English is always there. */
export type MessageTables<M> = { readonly en: M } & Readonly<Record<string, M>>;

export interface Spoken<M> {
  /** The table's own tag: numbers are written as its words are. */
  readonly language: string;
  readonly words: M;
}

export function nearestLanguage(element: Element): string {
  for (let node: Element | null = element; node;) {
    const holder: Element | null = node.closest('[lang]');
    if (holder) return holder.getAttribute('lang') ?? '';
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

/** The table for `de-AT` is that of `de-AT`, else of `de`, else English. */
export function chooseTable<M>(tables: MessageTables<M>, language: string): Spoken<M> {
  const wanted = language.toLowerCase();
  for (const tag of [wanted, wanted.split('-')[0]!]) {
    const words = Object.hasOwn(tables, tag) ? tables[tag] : undefined;
    if (words) return { language: tag === 'en' ? 'en-GB' : tag, words };
  }
  return { language: 'en-GB', words: tables.en };
}
