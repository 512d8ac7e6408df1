/** What a model looks like from outside: enough to draw it, to tabulate it and to name its parts. */
import type { Shape } from './tensor.js';

/** The functions between layers that an engine knows; `'linear'` is none. */
export type ActivationName = 'linear' | 'relu' | 'leakyRelu' | 'sigmoid' | 'tanh';

/** The settings that a layer was made with: plain data, as it is saved. */
export type LayerConfig = Readonly<Record<string, unknown>>;

/** One layer of a model. Shapes are without the batch axis. */
export interface LayerSummary {
  /** Unique within the model, and the first part of every tap path: `conv1`. */
  readonly name: string;
  /** The class that made it, in Keras's words: `Conv2D`, `MaxPooling2D`, `Dense`, … */
  readonly className: string;
  readonly config: LayerConfig;
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  readonly parameterCount: number;
  /** Shapes of its weights by name: `{ filter: [5, 5, 1, 8], bias: [8] }`; Dense says `kernel`. */
  readonly weights: Readonly<Record<string, Shape>>;
  /** Multiply-accumulates for one image. */
  readonly macs: number;
}

export interface ModelSummary {
  readonly name: string;
  readonly inputShape: Shape;
  readonly layers: readonly LayerSummary[];
  readonly parameterCount: number;
  readonly macs: number;
  /** Names of the classes where the model is a classifier: `['0', …, '9']`. */
  readonly classNames?: readonly string[];
}
