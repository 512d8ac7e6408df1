/** A model as a file: safetensors whose metadata says which layers the weights belong to. Built-in layers only. */
import type { LayerConfig, Shape } from '@convlens/types';
import { describe } from '../errors.js';
import { layerFromConfig } from '../layers/from-config.js';
import { Sequential } from '../models/sequential.js';
import { invalidFile, noModel } from './file-errors.js';
import { readSafetensors } from './read-safetensors.js';
import { writeSafetensors } from './write-safetensors.js';

/** Where weights come from, as far as somebody has written it down. */
export interface Provenance {
  readonly dataset?: string;
  readonly seed?: number;
  readonly epochs?: number;
  /** 0-1. */
  readonly testAccuracy?: number;
}

/** The JSON at `__metadata__.convlens`. */
interface ModelRecord {
  readonly format: 'convlens.model';
  readonly version: 1;
  readonly model: {
    readonly name: string;
    readonly inputShape: Shape;
    readonly classNames?: readonly string[];
    readonly classifier: boolean;
    readonly layers: readonly {
      readonly name: string;
      readonly className: string;
      readonly config: LayerConfig;
    }[];
  };
  readonly provenance?: Provenance;
}

/**
 * The bytes of a built model: its layers with their settings, and its weights.
 * @throws LayersError `NOT_BUILT`
 * @example const bytes = await toSafetensors(model); // the same weights always give the same bytes
 */
export async function toSafetensors(model: Sequential, provenance?: Provenance): Promise<Uint8Array> {
  const weights = await model.getWeights();
  const record: ModelRecord = {
    format: 'convlens.model',
    version: 1,
    model: {
      name: model.name,
      inputShape: model.inputShape,
      ...(model.classNames && { classNames: model.classNames }),
      classifier: model.classifier,
      layers: model.layers.map(({ name, layer: { className, config } }) => ({ name, className, config })),
    },
    ...(provenance && { provenance }),
  };
  return writeSafetensors(weights, { convlens: JSON.stringify(record) });
}

export interface LoadedModel {
  /** Not built yet: `model.build(runtime)` gives it the weights of the file. */
  readonly model: Sequential;
  readonly provenance: Provenance | undefined;
}

/**
 * Rebuilds a model from its bytes; every layer, setting, name and shape is checked.
 * @throws LayersError `INVALID_FILE`, `NO_MODEL`, `UNKNOWN_LAYER`, `INVALID_CONFIG`, `WEIGHTS_MISMATCH`, …
 * @example const { model, provenance } = fromSafetensors(bytes);
 */
export function fromSafetensors(bytes: Uint8Array): LoadedModel {
  const { tensors, metadata } = readSafetensors(bytes);
  const { model: saved, provenance } = readRecord(metadata.get('convlens'));
  const model = new Sequential({
    name: saved.name,
    inputShape: saved.inputShape,
    classifier: saved.classifier,
    ...(saved.classNames && { classNames: saved.classNames }),
    layers: saved.layers.map(({ className, config, name }) => layerFromConfig(className, config, name)),
  });
  model.begin(Object.fromEntries(tensors));
  return { model, provenance };
}

function readRecord(text: string | undefined): ModelRecord {
  if (text === undefined) throw noModel('a file without it');
  const record = parse(text);
  if (!isRecord(record)) throw noModel('something else');
  if (record['format'] !== 'convlens.model' || record['version'] !== 1) {
    throw noModel(`format ${describe(record['format'])}, version ${describe(record['version'])}`);
  }
  const model = record['model'];
  const isWhole =
    isRecord(model) &&
    typeof model['name'] === 'string' &&
    Array.isArray(model['inputShape']) &&
    typeof model['classifier'] === 'boolean' &&
    (model['classNames'] === undefined ||
      (Array.isArray(model['classNames']) &&
        model['classNames'].every((name) => typeof name === 'string'))) &&
    Array.isArray(model['layers']) &&
    model['layers'].every(
      (layer) =>
        isRecord(layer) &&
        typeof layer['name'] === 'string' &&
        typeof layer['className'] === 'string' &&
        isRecord(layer['config']),
    );
  if (!isWhole)
    throw invalidFile(
      'a model with name, inputShape, classifier and layers of name, className and config',
      describe(model),
    );
  // Its shape was checked above; names, settings and sizes are checked by the layers themselves.
  return record as unknown as ModelRecord;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw noModel('text that is no JSON');
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
