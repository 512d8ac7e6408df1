/** Keeps what a picture of the network is made of and repaints only what has changed; one drawing a call. */
import type { Palette } from '../../render/palette.js';
import { kernelsOf, mapsOf } from '../../render/paint.js';
import type { Planes } from '../../render/paint.js';
import { TileCanvas } from '../../render/tile-canvas.js';
import { drawnArea } from '../../scene/boxes.js';
import type { SceneLayout } from '../../scene/boxes.js';
import { drawEdges, drawTensors, tileSize } from '../../scene/draw-scene.js';
import type { StagePicture } from '../../scene/draw-scene.js';
import { wiresOf } from '../../scene/wires.js';
import type { Wire } from '../../scene/wires.js';
import { contributionsInto, joinOf } from '../../trace/contributions.js';
import type { Contributions } from '../../trace/contributions.js';
import type { CellAddress } from '../../trace/explain.js';
import type { Trace } from '../../trace/trace.js';
import type { SlowMoment } from './slow-motion.js';

/** One over the other: edges cost most to paint, and change least that is seen. */
export interface Canvases {
  readonly tensors: HTMLCanvasElement;
  readonly edges: HTMLCanvasElement;
}

const edgesEveryMs = 200;

export class ScenePainter {
  /** How often it has drawn. For tests: at most once a frame. */
  drawCount = 0;
  readonly #tiles = new Map<string, TileCanvas>();
  #contributions:
    { readonly trace: Trace; readonly values: readonly (Contributions | undefined)[] } | undefined;
  #edges: { readonly key: readonly unknown[]; readonly drawn: number } = { key: [], drawn: -Infinity };
  #isReminding = false;
  #wires: { readonly key: readonly unknown[]; readonly wires: readonly Wire[] } | undefined;

  /**
   * @param isMoving While a run goes on, edges follow five times a second, in a frame of their own, which leaves the rest as
   *   it stands: both together would make a frame that is felt. `again` is called when the other of the two is due.
   */
  draw(
    canvases: Canvases,
    trace: Trace,
    layout: SceneLayout,
    palette: Palette,
    pointed: CellAddress | undefined,
    motion: SlowMoment | undefined,
    isMoving: boolean,
    again: () => void,
  ): void {
    const tensors = fit(canvases.tensors, layout);
    const edges = fit(canvases.edges, layout);
    if (!tensors || !edges) return;
    this.drawCount += 1;
    const owner = canvases.tensors.ownerDocument;
    const pictures = trace.stages.map((_, index) =>
      this.#picture(owner, trace, layout, palette, index, motion),
    );
    const dimmed = motion ? dimmedBy(motion, trace.stages.length) : [];
    const scene = { stages: trace.stages, layout, wires: [], pictures, palette, pointed, dimmed };
    const key = [canvases.edges, trace, layout, palette, pointed?.stage, pointed?.unit];
    const changed = key.map((part, index) => part !== this.#edges.key[index]);
    const isOnlyTrace = changed.filter(Boolean).length === 1 && changed[1];
    const isApart = isMoving && isOnlyTrace;
    const isEdgesTurn = !isApart || performance.now() - this.#edges.drawn >= edgesEveryMs;
    if (!isApart || !isEdgesTurn) drawTensors(tensors, scene);
    if (!changed.includes(true)) return;
    if (isEdgesTurn) {
      this.#edges = { key, drawn: performance.now() };
      drawEdges(edges, { ...scene, wires: this.#wiresFor(trace, layout, pointed) });
      if (isApart) again();
    } else this.#remind(again);
  }

  /** Once for all frames that are left out, so that the last one is drawn too. */
  #remind(again: () => void): void {
    if (this.#isReminding) return;
    this.#isReminding = true;
    setTimeout(() => {
      this.#isReminding = false;
      again();
    }, edgesEveryMs);
  }

  #wiresFor(trace: Trace, layout: SceneLayout, pointed: CellAddress | undefined): readonly Wire[] {
    const key = [trace, layout, pointed?.stage, pointed?.unit];
    if (this.#wires && key.every((part, index) => part === this.#wires!.key[index])) return this.#wires.wires;
    if (this.#contributions?.trace !== trace) {
      const values = trace.stages.map((_, index) =>
        index > 0 && joinOf(trace.stages, index) === 'signed' ? contributionsInto(trace, index) : undefined,
      );
      this.#contributions = { trace, values };
    }
    this.#wires = { key, wires: wiresOf(trace.stages, layout, this.#contributions.values, pointed) };
    return this.#wires.wires;
  }

  #picture(
    owner: Document,
    trace: Trace,
    layout: SceneLayout,
    { ramps, gradientRamps }: Palette,
    index: number,
    motion: SlowMoment | undefined,
  ): StagePicture {
    const stage = trace.stages[index]!;
    // On its way back the step has reached this stage: its gradients stand where its values were.
    const gradient =
      motion?.phase === 'backward' && index >= motion.stage ? trace.gradient(index) : undefined;
    const values = gradient ?? trace.values(index);
    const [height, width] = tileSize(stage, layout.flow);
    const tiles =
      values && stage.kind !== 'scores'
        ? this.#tile(owner, `${index}`).paint(
            { ...mapsOf(values, [height, width, stage.count]), ...(gradient ? {} : limitsOf(trace, index)) },
            gradient ? trace.gradientScale(index) : trace.scale(index),
            gradient ? gradientRamps : ramps,
          )
        : undefined;
    const filter = layout.stages[index]!.kernels.length > 0 ? trace.weight(index, 'filter') : undefined;
    const kernelSize = stage.kind === 'maps' && stage.plan ? stage.plan.window : ([1, 1] as const);
    const kernels =
      filter &&
      this.#tile(owner, `${index} kernels`).paint(
        kernelsOf(filter, [...kernelSize, 1, stage.count], 0),
        trace.weightScale(index, 'filter'),
        ramps,
      );
    return { tiles, kernels, kernelSize };
  }

  #tile(owner: Document, key: string): TileCanvas {
    let tile = this.#tiles.get(key);
    if (!tile) this.#tiles.set(key, (tile = new TileCanvas(owner.createElement('canvas'))));
    return tile;
  }
}

/** What the step has not reached yet. */
const dimmedBy = ({ phase, stage }: SlowMoment, count: number): readonly boolean[] =>
  Array.from({ length: count }, (_, index) => (phase === 'forward' ? index > stage : index < stage));

/** Of each map, where it has a scale of its own. */
function limitsOf(trace: Trace, index: number): Pick<Planes, 'limits'> {
  const limits = trace.mapLimits(index);
  return limits ? { limits } : {};
}

/** Sizes a canvas for its screen, pixel for pixel (more would cost four times as much to paint and is not seen), and lays it over what is drawn. */
function fit(canvas: HTMLCanvasElement, layout: SceneLayout): CanvasRenderingContext2D | undefined {
  const density = canvas.ownerDocument.defaultView?.devicePixelRatio ?? 1;
  const { x, y, width, height } = drawnArea(layout);
  const pixels = [Math.round(width * density), Math.round(height * density)] as const;
  // Setting a size empties a canvas: only where it is another one.
  if (canvas.width !== pixels[0] || canvas.height !== pixels[1]) [canvas.width, canvas.height] = pixels;
  Object.assign(canvas.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
  const context = canvas.getContext('2d') ?? undefined;
  context?.setTransform(density, 0, 0, density, -x * density, -y * density);
  return context;
}
