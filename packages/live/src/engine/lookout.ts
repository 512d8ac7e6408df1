/** What is watched of a network that lives: values of the current input, of the batch in training, and what units answer to. */
import type { Sequential } from '@convlens/layers';
import type { ImageBatch, TapRequest, TapValue, TrainingData, Unsubscribe } from '@convlens/types';
import * as errors from '../errors.js';
import type { FromEngine, ShownInput } from '../protocol.js';
import { answersOf, layersWithMaps } from './answers.js';
import { isOfInput, Taps } from './taps.js';
import { pathsWhileTraining } from './training-run.js';
import type { TrainingRun } from './training-run.js';

/** The engine, as far as this is concerned. */
export interface Watched {
  readonly model: Sequential;
  readonly step: number;
  readonly isTraining: boolean;
  readonly run: TrainingRun | undefined;
  /** Loaded when somebody asks what units answer to. */
  trainingData(): Promise<TrainingData>;
  post(message: FromEngine, transfer?: Transferable[]): void;
}

/** Shown until somebody sends a drawing. */
const blank = ([height, width, channels]: readonly number[]): ImageBatch => ({
  shape: [1, height!, width!, channels!],
  data: new Float32Array(height! * width! * channels!),
});

/** The layer whose units are asked what they answer to. */
const layerAsked = (path: string): string | undefined => /^([^/]+)\/(?:patches|answers)$/.exec(path)?.[1];
const answerPaths = (model: Sequential): readonly string[] =>
  layersWithMaps(model).flatMap((layer) => [`${layer}/patches`, `${layer}/answers`]);

export class Lookout {
  readonly #watched: Watched;
  readonly #taps: Taps;
  readonly #batchTaps = new Map<number, { readonly request: TapRequest; unwatch: Unsubscribe | undefined }>();
  #input: ImageBatch | undefined;
  #inputId = 0;
  /** When the current input was looked at last. */
  lookedAt = 0;

  constructor(watched: Watched) {
    this.#watched = watched;
    this.#taps = new Taps((tap, value) => watched.post({ type: 'value', tap, value }, [value.data.buffer]));
  }

  /** Goes on with what an engine before this one showed; nobody has asked for a look yet. */
  resume({ images, inputId }: ShownInput): void {
    this.#input = images;
    this.#inputId = inputId;
  }

  /** @throws LayersError `IMAGE_SHAPE`, and the picture stays as it was. */
  async show(images: ImageBatch): Promise<void> {
    await this.#watched.model.forward(images, { paths: [] });
    this.#input = images;
    this.#inputId++;
    return this.look(true);
  }

  /** Looks at the current input with the weights of now, for whoever watches. `force` also for those who wait for a later step. */
  async look(force: boolean): Promise<void> {
    this.lookedAt = performance.now();
    const paths = this.#taps.inputPaths.filter((path) => !layerAsked(path));
    if (paths.length === 0) return;
    const { model } = this.#watched;
    const moment = this.#moment;
    const seen = await model.forward(this.#input ?? blank(model.inputShape), { paths });
    for (const [path, { shape, data }] of Object.entries(seen))
      this.#taps.offer({ path, ...moment, shape, data }, force);
  }

  /** What units answer to, for whoever asked; only while the network stands still, which it is asked again whenever it does. */
  async askUnits(): Promise<void> {
    const layers = new Set(this.#taps.inputPaths.flatMap((path) => layerAsked(path) ?? []));
    if (layers.size === 0 || this.#watched.isTraining) return;
    const data = await this.#watched.trainingData();
    for (const layer of layers) {
      const moment = this.#moment;
      const found = await answersOf(this.#watched.model, data, layer);
      if (this.#watched.step !== moment.step) return;
      const { patches, patchesShape, facts, factsShape } = found;
      this.#taps.offer({ path: `${layer}/patches`, ...moment, shape: patchesShape, data: patches }, true);
      this.#taps.offer({ path: `${layer}/answers`, ...moment, shape: factsShape, data: facts }, true);
    }
  }

  tap(id: number, request: TapRequest): void {
    const { model, run } = this.#watched;
    const refuse = (error: unknown): void =>
      this.#watched.post({ type: 'tapError', tap: id, error: errors.plainError(error) });
    try {
      const known = [...pathsWhileTraining(model), ...answerPaths(model)];
      if (!known.includes(request.path)) throw errors.unknownTap(request.path, known);
      this.#taps.add(id, request, bytesOf(model, request));
    } catch (error) {
      return refuse(error);
    }
    if (layerAsked(request.path)) return void this.askUnits().catch(refuse);
    if (isOfInput(request)) return void this.look(true).catch(refuse);
    this.#batchTaps.set(id, { request, unwatch: run && this.#watch(run, id, request) });
  }

  untap(id: number): void {
    this.#taps.remove(id);
    this.#batchTaps.get(id)?.unwatch?.();
    this.#batchTaps.delete(id);
  }

  taken(id: number): void {
    this.#taps.taken(id);
  }

  /** Whoever watches the batch watches this run's. */
  join(run: TrainingRun): void {
    for (const [id, tap] of this.#batchTaps) tap.unwatch = this.#watch(run, id, tap.request);
  }

  /** The run that was joined is over. */
  leave(): void {
    for (const tap of this.#batchTaps.values()) tap.unwatch = undefined;
  }

  get #moment(): Pick<TapValue, 'step' | 'inputId'> {
    return { step: this.#watched.step, inputId: this.#inputId };
  }

  #watch(run: TrainingRun, id: number, request: TapRequest): Unsubscribe {
    return run.trainer.watch(request, (value) => this.#taps.give(id, { ...value, inputId: this.#inputId }));
  }
}

/** Float32 bytes of one value. */
function bytesOf(model: Sequential, { path, rows = 1 }: TapRequest): number {
  const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 4);
  const [name, part] = path.split('/');
  const layer = model.summary().layers.find((each) => each.name === name);
  if (!layer) return rows * sizeOf(path === 'input' ? model.inputShape : model.outputShape);
  const weight = layer.weights[part!];
  return weight ? sizeOf(weight) : rows * sizeOf(layer.outputShape);
}
