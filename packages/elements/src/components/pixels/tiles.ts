/** The bitmaps of one image, one pixel a cell: the picture that its channels make, and a plane for each light. */
import { Last } from '../../last.js';
import type { Ramp } from '../../render/ramp.js';
import type { Ramps } from '../../render/scale.js';
import { TileCanvas } from '../../render/tile-canvas.js';
import type { Pixels } from './image.js';
import { compose } from './mixing.js';
import type { Mix } from './mixing.js';
import type { PanelName } from './panel.js';

export class Tiles {
  readonly #tints: readonly Ramp[];
  readonly #planes = new Last<readonly TileCanvas[]>();
  readonly #picture = new Last<HTMLCanvasElement>();
  readonly #ramps = new Last<readonly Ramps[]>();

  constructor(tints: readonly Ramp[]) {
    this.#tints = tints;
  }

  /** Undefined for a light that nothing feeds. */
  of(
    panel: PanelName,
    pixels: Pixels,
    mix: Mix,
    ramps: Ramps,
    owner: Document,
  ): HTMLCanvasElement | undefined {
    if (panel === 'picture' && pixels.channels > 1) return this.#composed(pixels, mix, ramps, owner);
    const channel = panel === 'picture' ? 0 : mix.feeds[panel];
    if (channel === undefined) return undefined;
    const { values, width, height, channels, limit } = pixels;
    const planes = this.#planes.of([width, height, channels, owner], () =>
      [0, 1, 2].map(() => new TileCanvas(owner.createElement('canvas'))),
    );
    const tinted = this.#ramps.of([ramps], () => this.#tints.map((pixel) => ({ ...ramps, pixel })));
    const plane = { values, width, height, count: 1, planeStride: 1, cellStride: channels, offset: channel };
    const at = panel === 'picture' ? 0 : panel;
    return planes[at]!.paint(plane, { kind: 'pixel', limit }, panel === 'picture' ? ramps : tinted[at]!);
  }

  #composed(pixels: Pixels, mix: Mix, ramps: Ramps, owner: Document): HTMLCanvasElement {
    return this.#picture.of([pixels, ...mix.feeds, ...mix.muted, ...ramps.invalid, owner], () => {
      const { width, height, pixels: words } = compose(pixels, mix, ramps.invalid);
      const canvas = Object.assign(owner.createElement('canvas'), { width, height });
      const bytes = new Uint8ClampedArray(words.buffer as ArrayBuffer);
      canvas.getContext('2d')?.putImageData(new ImageData(bytes, width, height), 0, 0);
      return canvas;
    });
  }
}
