/** A script of this origin with a text of our own. */
export const scriptBlob = (text: string): URL =>
  new URL(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
