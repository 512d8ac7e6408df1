/** Layers in a row: the one kind of model so far. Branches and shared layers need a graph model, which is left for later. */
import { softmax } from '@convlens/tensor-core';
import type { Runtime, Tensor } from '@convlens/tensor-core';
import type { HostTensor, ModelSummary, Shape } from '@convlens/types';
import * as errors from '../errors.js';
import { shapeOf } from '../layers/config.js';
import { InputLayer } from '../layers/input-layer.js';
import type { Layer } from '../layers/layer.js';
import { forward } from './forward.js';
import type { CallOptions } from './forward.js';
import { assertInput, rowsOf } from './images.js';
import type { InputBatch } from './images.js';
import { Collector, joinRows, readAll } from './observe.js';
import type { Observation } from './observe.js';
import { nameLayers, planLayers } from './planning.js';
import type { ModelLayer, PlannedLayer } from './planning.js';
import { assertPaths, pathsOf } from './probe.js';
import { summarize } from './summary.js';
import { toFloat, Weights } from './weights.js';
import type { FloatDType, HostWeights, Parameter } from './weights.js';

export interface SequentialOptions {
  readonly layers: readonly Layer[];
  /** `'sequential'` unless told. */
  readonly name?: string;
  /** Of one example, without the batch axis: `[28, 28, 1]`. Or put `InputLayer` first, or tell `build`. */
  readonly inputShape?: Shape;
  /** Makes the model a classifier and names its outputs. */
  readonly classNames?: readonly string[];
  /** Whether the output is one score a class, so that `predict` adds probabilities; true where classNames are given or softmax comes last. */
  readonly classifier?: boolean;
}

export interface BuildOptions {
  /** Decides the initial weights, and shuffling and dropout of a `Trainer` that is told no other; a random one unless told, which `model.seed` names. */
  readonly seed?: number;
  readonly inputShape?: Shape;
  /** `'float64'` runs on the reference backend only; `'float32'` unless told. */
  readonly dtype?: FloatDType;
}

export interface PredictOptions {
  /** Layers whose outputs to return too, or `'all'`; none unless told: reading everything back costs more than the pass. */
  readonly outputs?: 'all' | readonly string[];
  /** Rows to run at a time; 256 unless told. */
  readonly batchSize?: number;
}

export interface Prediction {
  /** Of the last layer. */
  readonly output: HostTensor<Float32Array>;
  /** By layer name. */
  readonly outputs: Readonly<Record<string, HostTensor<Float32Array>>>;
  /** `[batch, classes]`, where the model is a classifier. */
  readonly probabilities?: HostTensor<Float32Array>;
}

/** Without a seed two models must differ; this one can be read off the model and given again. */
const randomSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;

interface Built {
  readonly runtime: Runtime;
  readonly weights: Weights;
  readonly dtype: FloatDType;
  readonly seed: number;
}

/**
 * A stack of layers.
 *
 * @throws LayersError `DUPLICATE_NAME`, `INVALID_NAME`; `LAYER_SHAPE` where a layer does not fit the one before.
 * @example
 * const model = new Sequential({
 *   inputShape: [28, 28, 1],
 *   layers: [new Conv2D({ filters: 8, kernelSize: 5, activation: 'relu' }), new Flatten(), new Dense({ units: 10 })],
 * });
 * model.build(runtime, { seed: 1 });
 * const { output } = await model.predict({ shape: [1, 28, 28, 1], data: new Float32Array(784) });
 * output.shape; // [1, 10]
 */
export class Sequential {
  readonly name: string;
  readonly classNames: readonly string[] | undefined;
  #layers: readonly ModelLayer[];
  #classifier: boolean;
  #planned: { readonly inputShape: Shape; readonly layers: readonly PlannedLayer[] } | undefined;
  #built: Built | undefined;
  /** Values to begin with instead of the initialisers': a loaded model's. */
  #given: HostWeights | undefined;
  #holders = 0;

  constructor(options: SequentialOptions) {
    const [first] = options.layers;
    const input = first instanceof InputLayer ? first : undefined;
    this.name = options.name ?? 'sequential';
    this.classNames = options.classNames && [...options.classNames];
    this.#layers = nameLayers(input ? options.layers.slice(1) : options.layers);
    this.#classifier = options.classifier ?? (this.classNames !== undefined || this.endsInSoftmax);
    const inputShape = options.inputShape ?? input?.shape;
    if (inputShape) this.#plan(inputShape);
  }

  /** Without an `InputLayer`. */
  get layers(): readonly ModelLayer[] {
    return this.#layers;
  }
  /** Of one example, without the batch axis. */
  get inputShape(): Shape {
    return this.#requirePlan().inputShape;
  }
  get outputShape(): Shape {
    const { inputShape, layers } = this.#requirePlan();
    return layers.at(-1)?.outputShape ?? inputShape;
  }
  /** Whether the output is one score (or probability) a class. */
  get classifier(): boolean {
    return this.#classifier;
  }
  get endsInSoftmax(): boolean {
    const last = this.layers.at(-1)?.layer;
    return (
      last?.className === 'Softmax' ||
      (last !== undefined && 'activation' in last && last.activation === 'softmax')
    );
  }
  get built(): boolean {
    return this.#built !== undefined;
  }
  get runtime(): Runtime {
    return this.#requireBuilt('runtime').runtime;
  }
  get seed(): number {
    return this.#requireBuilt('seed').seed;
  }
  get dtype(): FloatDType {
    return this.#requireBuilt('dtype').dtype;
  }
  /** The weights as tensors, in the order of the layers. The model owns them. */
  get parameters(): readonly Parameter[] {
    return this.#requireBuilt('parameters').weights.parameters;
  }
  /** Everything that can be watched: `input`, `conv1/output`, `conv1/filter`, …, `probabilities`. */
  get paths(): readonly string[] {
    return pathsOf(this.#requirePlan().layers, this.#classifier);
  }

  /**
   * Makes the weights on a device.
   * @throws LayersError `NO_INPUT_SHAPE`, `LAYER_SHAPE`, `ALREADY_BUILT`
   * @example model.build(new Runtime(await cpu()), { seed: 1 });
   */
  build(runtime: Runtime, options: BuildOptions = {}): this {
    if (this.#built) throw errors.alreadyBuilt(this.name);
    if (options.inputShape) this.#plan(options.inputShape);
    const { layers } = this.#requirePlan();
    const { seed = randomSeed(), dtype = 'float32' } = options;
    this.#built = { runtime, dtype, seed, weights: new Weights(runtime, layers, dtype, seed, this.#given) };
    this.#given = undefined;
    return this;
  }

  /** Layers, shapes, parameters and multiply-accumulates, as data; `formatSummary` makes a text of it. Needs no build. */
  summary(): ModelSummary {
    const { inputShape, layers } = this.#requirePlan();
    return summarize(this.name, inputShape, layers, this.classNames);
  }

  /**
   * Runs the layers on a tensor; for those who write training loops of their own.
   * @throws LayersError `NOT_BUILT`
   */
  call(x: Tensor, options: CallOptions = {}): Tensor {
    const { weights } = this.#requireBuilt('call');
    return forward(this.#requirePlan().layers, weights, x, options);
  }

  /**
   * Plain arrays in, plain arrays out.
   *
   * - `images`: `[batch, height, width, channels]`, floats as they are, bytes divided by 255
   *
   * @throws LayersError `IMAGE_SHAPE`, `UNKNOWN_PATH`, `NOT_BUILT`
   * @example const { probabilities } = await model.predict(images); // probabilities.data.length === 10 * batch
   */
  async predict(
    images: InputBatch,
    { outputs = [], batchSize = 256 }: PredictOptions = {},
  ): Promise<Prediction> {
    const names = outputs === 'all' ? this.layers.map(({ name }) => name) : outputs;
    const last = this.layers.at(-1)?.name;
    const output = last === undefined ? 'input' : `${last}/output`;
    const paths = new Set([
      output,
      ...names.map((name) => `${name}/output`),
      ...(this.#classifier ? ['probabilities'] : []),
    ]);
    const rows = images.shape[0] ?? 0;
    const parts: Observation[] = [];
    for (let from = 0; from < rows || from === 0; from += batchSize) {
      parts.push(await this.#observe(images, [...paths], from, Math.min(from + batchSize, rows)));
    }
    const seen = joinRows(parts);
    return {
      output: seen[output]!,
      outputs: Object.fromEntries(names.map((name) => [name, seen[`${name}/output`]!])),
      ...(seen['probabilities'] && { probabilities: seen['probabilities'] }),
    };
  }

  /**
   * One forward pass with the weights of now, and whatever was asked for on its way: `input`, `conv1/output`,
   * `conv1/preactivation`, `conv1/filter`, `probabilities`, … Between two training steps it changes nothing.
   * @throws LayersError `UNKNOWN_PATH`, `IMAGE_SHAPE`, `NOT_BUILT`
   * @example const { 'conv1/output': maps } = await model.forward(images, { paths: ['conv1/output'] });
   */
  forward(images: InputBatch, { paths }: { readonly paths: readonly string[] }): Promise<Observation> {
    return this.#observe(images, paths, 0, images.shape[0] ?? 0);
  }

  /** All weights as plain arrays, of one moment. */
  getWeights(): Promise<HostWeights> {
    return this.#requireBuilt('getWeights').weights.read();
  }

  /** @throws LayersError `WEIGHTS_MISMATCH` before anything is changed. */
  setWeights(values: HostWeights): void {
    this.#requireBuilt('setWeights').weights.set(this.#requirePlan().layers, values);
  }

  /**
   * Puts another layer in the place of one, under its name; all weights stay. Between two training steps it may be done
   * to a model that a `Trainer` holds.
   * @throws LayersError `UNKNOWN_NAME`; `LAYER_MISMATCH` where the output's shape or the weights' would change; nothing is
   * changed then.
   * @example model.replaceLayer('pool1', new AveragePooling2D({ poolSize: 2 }));
   */
  replaceLayer(name: string, layer: Layer): void {
    const { inputShape, layers } = this.#requirePlan();
    const place = layers.findIndex((each) => each.name === name);
    if (place === -1)
      throw errors.unknownName(
        this.name,
        name,
        layers.map((each) => each.name),
      );
    const after = this.#layers.map((each, index) => (index === place ? { name, layer } : each));
    const planned = planLayers(after, inputShape);
    const [old, own] = [describePlan(layers[place]!), describePlan(planned[place]!)];
    if (old !== own) throw errors.layerMismatch(name, old, own);
    this.#layers = after;
    this.#planned = { inputShape, layers: planned };
  }

  /**
   * Moves the weights to another runtime and frees them here.
   * @throws LayersError `MODEL_HELD` while a live `Trainer` holds the model: `trainer.to(runtime)` moves both.
   */
  async to(runtime: Runtime): Promise<void> {
    if (this.#holders > 0) throw errors.modelHeld(this.name);
    await this.move(runtime);
  }

  /** @internal For `trainer.to`. */
  async move(runtime: Runtime): Promise<void> {
    const { weights, dtype, seed } = this.#requireBuilt('to');
    const values = await weights.read();
    const moved = new Weights(runtime, this.#requirePlan().layers, dtype, seed, values);
    weights.dispose();
    this.#built = { runtime, dtype, seed, weights: moved };
  }

  /** @internal Says that somebody's state depends on where the weights are; the answer lets go. */
  hold(): () => void {
    this.#holders++;
    let held = true;
    return () => {
      if (held) this.#holders--;
      held = false;
    };
  }

  /** @internal The loss that it is trained with makes its output scores of classes. */
  becomeClassifier(): void {
    this.#classifier = true;
  }

  /** @internal Values to build with instead of the initialisers'. */
  begin(values: HostWeights): void {
    this.#given = values;
  }

  /** Frees the weights. The model can be built anew. */
  dispose(): void {
    this.#built?.weights.dispose();
    this.#built = undefined;
  }

  #plan(inputShape: Shape): void {
    const shape = shapeOf(this.name, 'inputShape', inputShape);
    this.#planned = { inputShape: shape, layers: planLayers(this.layers, shape) };
    const outputs = this.outputShape;
    if (this.classNames && (outputs.length !== 1 || outputs[0] !== this.classNames.length)) {
      throw errors.invalidConfig(
        this.name,
        'classNames',
        `one name for each of the outputs ${errors.formatShape(outputs)}`,
        this.classNames.length,
        'Correct the names or the last layer.',
      );
    }
  }

  #observe(images: InputBatch, paths: readonly string[], from: number, to: number): Promise<Observation> {
    const { runtime, dtype } = this.#requireBuilt('predict');
    assertInput(this.name, this.inputShape, images);
    assertPaths(
      paths,
      this.paths.filter((path) => !path.endsWith('/gradient')),
    );
    const collector = new Collector(paths);
    let reads: Promise<Observation> | undefined;
    runtime.scope(() =>
      runtime.withoutGradients(() => {
        const x = runtime.tensor(toFloat(rowsOf(images, from, to), dtype), [to - from, ...this.inputShape]);
        const output = this.call(x, { probe: collector });
        if (collector.wants('probabilities'))
          collector.see('probabilities', this.endsInSoftmax ? output : softmax(output));
        // Reads are asked for inside the scope, answered after it.
        reads = readAll(collector.tensors);
      }),
    );
    return reads!;
  }

  #requirePlan(): { readonly inputShape: Shape; readonly layers: readonly PlannedLayer[] } {
    if (!this.#planned) throw errors.noInputShape(this.name);
    return this.#planned;
  }

  #requireBuilt(action: string): Built {
    if (!this.#built) throw errors.notBuilt(this.name, action);
    return this.#built;
  }
}

const describePlan = ({ outputShape, weights }: PlannedLayer): string =>
  `output ${errors.formatShape(outputShape)} and ${weights.map(({ name, shape }) => `${name} ${errors.formatShape(shape)}`).join(', ') || 'no weights'}`;
