/** A directive that paints values into the canvas it stands on: `<canvas ${tensorCanvas(planes, scale, ramps)}>`. */
import { noChange } from 'lit';
import { Directive, directive, PartType } from 'lit/directive.js';
import type { ElementPart, PartInfo } from 'lit/directive.js';
import type { Planes } from '../render/paint.js';
import type { Ramps, Scale } from '../render/scale.js';
import { TileCanvas } from '../render/tile-canvas.js';

class TensorCanvas extends Directive {
  #tile: TileCanvas | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new Error('tensorCanvas: expected to stand on a <canvas>, received another place in a template.');
  }

  render(_planes: Planes | undefined, _scale: Scale, _ramps: Ramps): unknown {
    return noChange;
  }

  override update(part: ElementPart, [planes, scale, ramps]: Parameters<this['render']>): unknown {
    // The constructor has seen to it that this is an element; its author, that it is a canvas.
    const canvas = part.element as HTMLCanvasElement;
    if (!this.#tile || this.#tile.canvas !== canvas) this.#tile = new TileCanvas(canvas);
    if (planes) this.#tile.paint(planes, scale, ramps);
    else canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
    return noChange;
  }
}

export const tensorCanvas = directive(TensorCanvas);
