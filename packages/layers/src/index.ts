/** Layers, models and their files. Training is at `./training`. */

// Models
export { Sequential } from './models/sequential.js';
export type { BuildOptions, PredictOptions, Prediction, SequentialOptions } from './models/sequential.js';
export { seedNetwork } from './models/seed-network.js';
export { denseNetwork } from './models/dense-network.js';
export { formatSummary } from './models/summary.js';
export type { HostWeights, Parameter } from './models/weights.js';
export type { InputBatch } from './models/images.js';
export type { Observation } from './models/observe.js';
export type { CallOptions } from './models/forward.js';

// Layers
export { Conv2D } from './layers/conv2d.js';
export type { Conv2DOptions } from './layers/conv2d.js';
export { MaxPooling2D } from './layers/max-pooling2d.js';
export type { MaxPooling2DOptions } from './layers/max-pooling2d.js';
export { AveragePooling2D } from './layers/average-pooling2d.js';
export type { AveragePooling2DOptions } from './layers/average-pooling2d.js';
export { Flatten } from './layers/flatten.js';
export { Dense } from './layers/dense.js';
export type { DenseOptions } from './layers/dense.js';
export { ReLU } from './layers/relu.js';
export { Softmax } from './layers/softmax.js';
export { Dropout } from './layers/dropout.js';
export { InputLayer } from './layers/input-layer.js';
export { layerFromConfig } from './layers/from-config.js';
export type { Activation } from './layers/activation.js';

// Initialisers
export { glorotUniform } from './initializers/glorot-uniform.js';
export { heUniform } from './initializers/he-uniform.js';
export { zeros } from './initializers/zeros.js';
export type { Initializer, InitializerName } from './initializers/initializer.js';

// Files
export { load, loadWithProvenance, save } from './files/save.js';
export { fromSafetensors, toSafetensors } from './files/model-file.js';
export type { LoadedModel, Provenance } from './files/model-file.js';
export { readSafetensors } from './files/read-safetensors.js';
export type { SafetensorsFile } from './files/read-safetensors.js';
export { writeSafetensors } from './files/write-safetensors.js';

// For those who write layers
export type { CallContext, Layer, LayerPlan, WeightPlan } from './layers/layer.js';
export { LayersError } from './errors.js';
export type { LayersErrorCode } from './errors.js';
