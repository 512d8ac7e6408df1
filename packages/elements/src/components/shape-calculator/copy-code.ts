/** Text to the clipboard; where a page may not write there, the text is selected, and one key is left to press. */

export type Copied = 'copied' | 'selected';

/** @param place Where the text stands. */
export async function copyCode(text: string, place: Node): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    // No clipboard over plain http, none without permission: both throw, the first as a TypeError.
    getSelection()?.selectAllChildren(place);
    return 'selected';
  }
}
