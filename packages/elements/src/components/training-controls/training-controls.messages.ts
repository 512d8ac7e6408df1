/** Every word that `<cnn-training-controls>` says. */
import type { EngineWay, SessionPhase } from '@convlens/types';
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';

export interface TrainingControlsMessages extends CommonMessages {
  readonly train: string;
  readonly again: string;
  readonly pause: string;
  readonly resume: string;
  readonly step: string;
  readonly reset: string;
  readonly group: string;
  readonly phases: Readonly<Record<SessionPhase, string>>;
  readonly place: (step: string, planned: string, epoch: string) => string;
  readonly rate: (imagesPerSecond: string) => string;
  readonly loaded: (epochs: string | undefined, accuracy: string | undefined) => string;
  readonly untrained: string;
  readonly runsOn: (backend: string, way: string) => string;
  readonly runsSlowlyOn: (backend: string, way: string) => string;
  readonly ways: Readonly<Record<EngineWay, string>>;
  readonly endedEarly: (reason: string) => string;
  readonly refused: (reason: string) => string;
  readonly back: string;
  readonly learningRate: string;
  readonly batchSize: string;
  readonly slow: string;
  readonly slowTime: string;
  readonly slowPlace: Readonly<Record<'forward' | 'backward', (layer: string) => string>>;
}

export const messages: MessageTables<TrainingControlsMessages> = {
  en: {
    ...common,
    train: 'Train from scratch',
    again: 'Train again',
    pause: 'Pause',
    resume: 'Resume',
    step: 'One step',
    reset: 'Reset',
    group: 'Training',
    phases: {
      idle: '',
      preparing: 'Loading the digits …',
      training: 'Training',
      paused: 'Paused',
      ended: 'Trained',
    },
    place: (step, planned, epoch) => `step ${step} of ${planned}, epoch ${epoch}`,
    rate: (imagesPerSecond) => `${imagesPerSecond} digits a second`,
    loaded: (epochs, accuracy) =>
      `Trained weights${epochs === undefined ? '' : `, ${epochs} epochs`}${accuracy === undefined ? '.' : `: ${accuracy} of 10,000 test digits right.`}`,
    untrained: 'Untrained: its weights are random.',
    runsOn: (backend, way) => `Runs on ${backend}, ${way}.`,
    runsSlowlyOn: (backend, way) =>
      `Runs on ${backend}, ${way}, slowly: this page or this browser allows no WebAssembly.`,
    ways: {
      'host-worker': 'in the page’s own worker',
      'module-worker': 'in a worker',
      'blob-worker': 'in a worker',
      page: 'on the page’s thread',
    },
    endedEarly: (reason) => `The run ended early. ${reason}`,
    refused: (reason) => `That did not work. ${reason}`,
    back: 'Back to the trained network',
    learningRate: 'learning rate',
    batchSize: 'batch size',
    slow: 'slow motion: one step, layer by layer',
    slowTime: 'Place in the step',
    slowPlace: {
      forward: (layer) => `forward, ${layer}`,
      backward: (layer) => `backward, ${layer}`,
    },
  },
};
