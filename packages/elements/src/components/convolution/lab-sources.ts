/** What the lab is shown on: the given picture, the network's input or a sample; and the network's filters that fit it. */
import type { PlainImage } from '@convlens/geometry';
import type { ImageBatch, Source, TapValue } from '@convlens/types';
import type { SessionView } from '../../controllers/session-view.js';
import type { SourceController } from '../../controllers/source-controller.js';
import { Last } from '../../last.js';
import { mostChannels } from './channel-modes.js';
import type { LabPictures } from './lab.js';
import type { PictureName } from './lab-state.js';
import { learnedFilters, learnedLayer } from './learned.js';
import type { LearnedFilter } from './learned.js';
import { sampleImage } from './samples.js';
import type { SampleName } from './samples.js';
import { imageOf } from './source.js';

export interface Shown {
  /** Undefined where the given picture is none that can be shown. */
  readonly image: PlainImage | undefined;
  readonly pictures: LabPictures;
  readonly learned: readonly LearnedFilter[];
  /** The filters and biases of the layer that they are of. */
  readonly filter: TapValue | undefined;
  readonly bias: TapValue | undefined;
}

const samples: readonly SampleName[] = ['seven', 'colour', 'maps'];

export class LabSources {
  readonly #sources: SourceController;
  readonly #given = new Last<PlainImage | undefined>();
  readonly #sample = new Last<PlainImage>();
  readonly #learned = new Last<readonly LearnedFilter[]>();

  constructor(sources: SourceController) {
    this.#sources = sources;
  }

  /** Subscribes to what is used, and to nothing else. */
  look(data: ImageBatch | undefined, picture: PictureName, view: SessionView | undefined): Shown {
    const session = view?.session.state;
    const usesInput = !data && view !== undefined && picture === 'given';
    const input = usesInput ? view.tap({ path: 'input' }) : undefined;
    const batch = data ?? batchOf(input?.current);
    const isGiven = picture === 'given' && batch !== undefined;
    const chosen = isGiven || picture !== 'given' ? picture : 'seven';
    const image =
      chosen === 'given'
        ? this.#given.of([batch?.data, batch?.shape], () => imageOf(batch!))
        : this.#sample.of([chosen], () => sampleImage(chosen));
    const channels = image?.shape[2] ?? 0;
    const layer = channels > mostChannels ? undefined : learnedLayer(session?.current?.model, channels);
    const weight = (name: string): Source<TapValue> | undefined =>
      layer && view?.tap({ path: `${layer.name}/${name}`, every: 16 });
    const [filter, bias] = [weight('filter'), weight('bias')];
    this.#sources.watch([session, input, filter, bias]);
    const [weights, biases] = [filter?.current, bias?.current];
    return {
      image,
      pictures: {
        names: data || view ? ['given', ...samples] : samples,
        chosen,
        isOfNetwork: !data,
      },
      learned: this.#learned.of([layer, weights, biases], () =>
        layer && weights ? learnedFilters(layer, weights, biases) : [],
      ),
      filter: weights,
      bias: biases,
    };
  }
}

const batchOf = (seen: TapValue | undefined): ImageBatch | undefined =>
  // What a network is given is images, with their batch axis.
  seen && { shape: seen.shape as ImageBatch['shape'], data: seen.data };
