/** Draws all windows and the map, and only where something that is seen has changed. */
import { Last } from '../../last.js';
import type { Palette } from '../../render/palette.js';
import { drawMap, drawWindow } from './draw-window.js';
import { mapSize } from './layout.js';
import { writingOf } from './panel.js';
import type { Writing } from './panel.js';
import type { Sight } from './sight.js';
import { Tiles } from './tiles.js';
import { tint } from './tints.js';

export class Painter {
  drawCount = 0;
  readonly #tints = [0, 1, 2].map(tint);
  readonly #tiles = new Tiles(this.#tints);
  readonly #writings = new Last<readonly (Writing | undefined)[]>();
  readonly #drawing = new Last<void>();

  /** @param base The element's own template, as it stands in the page. */
  draw(base: HTMLElement, sight: Sight, palette: Palette): void {
    const { pixels, mix, panels, layout, viewport, cursor, format, numbers } = sight;
    const { ramps } = palette;
    const tiles = panels.map((panel) => this.#tiles.of(panel, pixels, mix, ramps, base.ownerDocument));
    const writings = this.#writings.of([pixels, mix, format, numbers, palette], () =>
      panels.map((panel) => writingOf(panel, this.#tints, { pixels, mix, format, numbers, ramps })),
    );
    const canvases = [...base.querySelectorAll<HTMLCanvasElement>('.window canvas')];
    const map = base.querySelector<HTMLCanvasElement>('.map');
    const { x, y, cell } = viewport;
    const { width, height } = layout.window;
    const place = [x, y, cell, width, height, globalThis.devicePixelRatio];
    this.#drawing.of([...canvases, map, ...place, cursor, writings, palette, pixels, mix], () => {
      this.drawCount += 1;
      const small = mapSize(pixels);
      sizeTo(base, 'window', layout.window);
      sizeTo(base, 'map', small);
      canvases.forEach((canvas, index) => {
        const panel = panels[index]!;
        drawWindow(canvas, {
          viewport,
          tile: tiles[index],
          isMuted: panel !== 'picture' && mix.muted[panel] === true,
          writing: writings[index],
          cursor: cursor?.cell,
          palette,
        });
      });
      if (map && tiles[0]) drawMap(map, small, tiles[0], viewport, palette);
    });
  }
}

/** By property, not by attribute: a page's security policy may forbid styles in markup. */
function sizeTo({ style }: HTMLElement, name: string, { width, height }: Sight['layout']['window']): void {
  style.setProperty(`--${name}-width`, `${width}px`);
  style.setProperty(`--${name}-height`, `${height}px`);
}
