/**
 * The nouns that ConvLens packages share, as types alone: nothing here exists at run time.
 * Read in this order: what a number array looks like, what a model looks like from outside, how it is watched and commanded.
 */
export type { DType, HostTensor, Shape, TypedArray } from './tensor.js';
export type { ImageBatch, LabelledImages, TrainingData } from './images.js';
export type { ActivationName, LayerConfig, LayerSummary, ModelSummary } from './model.js';
export type { TrainingEpochEvent, TrainingEvent, TrainingHistory, TrainingStepEvent } from './training.js';
export type { Source, SourceState, Unsubscribe } from './source.js';
export type {
  CommandReply,
  EngineStart,
  EngineWay,
  ModelCommand,
  ModelSession,
  OptimizerFacts,
  SessionPhase,
  SessionState,
  TapRequest,
  TapValue,
  TrainSettings,
} from './session.js';
export type { ActivationRecord, RecordedTensor } from './record.js';
export type { Contributions } from './contributions.js';
