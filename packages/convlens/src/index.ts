/** Everything that a program needs which makes, trains and uses a network. Pages start at `@convlens/live` and `@convlens/elements`. */

// Where it runs
export { Runtime } from '@convlens/tensor-core';
export { cpu } from '@convlens/backend-cpu';

// Models and layers
export { denseNetwork, seedNetwork, Sequential } from '@convlens/layers';
export { Conv2D, Dense, Dropout, Flatten, InputLayer, MaxPooling2D, ReLU, Softmax } from '@convlens/layers';
export { formatSummary, load, save } from '@convlens/layers';

// Training
export { adam, sgd, softmaxCrossEntropy, Trainer } from '@convlens/layers/training';
export { constant, cosineDecay, linearDecay } from '@convlens/layers/training';
export { accuracy, confusionMatrix, evaluate, mostConfused } from '@convlens/layers/training';

// Data
export { mnist, permutePixels } from '@convlens/datasets';
export type { Dataset } from '@convlens/datasets';
export type { ImageBatch, LabelledImages, ModelSummary, TrainingData, TrainingEvent } from '@convlens/types';
