// A grey picture as ink on the page: what a network is given, small, in the colour of the words around it.
import type { ImageBatch } from '@convlens/types';

export interface InkPicture {
  show(image: ImageBatch): void;
}

/** Draws on `canvas` the first image of a batch, and again whenever the page changes between light and dark. */
export function inkPicture(canvas: HTMLCanvasElement, left: AbortSignal): InkPicture {
  let shown: ImageBatch | undefined;
  const paint = (): void => {
    const context = canvas.getContext('2d');
    if (!shown || !context) return;
    const [, height, width, channels] = shown.shape;
    Object.assign(canvas, { width, height });
    context.fillStyle = getComputedStyle(canvas).color;
    for (let pixel = 0; pixel < height * width; pixel++) {
      const value = shown.data[pixel * channels]!;
      context.globalAlpha = shown.data instanceof Uint8Array ? value / 255 : value;
      context.fillRect(pixel % width, Math.floor(pixel / width), 1, 1);
    }
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint, { signal: left });
  const themes = new MutationObserver(paint);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  left.addEventListener('abort', () => themes.disconnect());
  return {
    show(image) {
      shown = image;
      paint();
    },
  };
}
