/** Kinds of thing that a plugin can contribute. Open: packages add kinds by declaration merging. */

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an empty interface is what declaration merging extends
export interface Contributions {}
