/** A picture as a file of the visitor's own: nothing leaves the page. */

/** Offers a canvas as a PNG. */
export function savePicture(canvas: HTMLCanvasElement, name: string): void {
  canvas.toBlob((blob) => {
    if (!blob) return;
    const link = canvas.ownerDocument.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${name}.png`;
    link.click();
    // The browser has begun to read it when the click returns; a turn later it is free to go.
    setTimeout(() => URL.revokeObjectURL(link.href));
  }, 'image/png');
}
