/** A directive that paints a picture into the canvas it stands on, in its own colours whatever the theme. */
import { toImageData } from '@convlens/datasets';
import type { ImageBatch } from '@convlens/types';
import { noChange } from 'lit';
import { Directive, directive, PartType } from 'lit/directive.js';
import type { ElementPart, PartInfo } from 'lit/directive.js';

class PictureCanvas extends Directive {
  #painted: ImageBatch | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new Error(
        'pictureCanvas: expected to stand on a <canvas>, received another place in a template.',
      );
  }

  render(_image: ImageBatch): unknown {
    return noChange;
  }

  override update(part: ElementPart, [image]: Parameters<this['render']>): unknown {
    if (this.#painted === image) return noChange;
    this.#painted = image;
    // The constructor has seen to it that this is an element; its author, that it is a canvas.
    const canvas = part.element as HTMLCanvasElement;
    const pixels = toImageData(image);
    canvas.width = pixels.width;
    canvas.height = pixels.height;
    canvas.getContext('2d')?.putImageData(pixels, 0, 0);
    return noChange;
  }
}

export const pictureCanvas = directive(PictureCanvas);
