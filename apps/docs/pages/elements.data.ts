// What the package says of its elements, read when the site is built: names, properties, events, parts.
import { readFileSync } from 'node:fs';

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly attribute?: string;
  readonly privacy?: string;
  readonly kind?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly summary?: string;
  readonly members?: readonly Described[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
}

export interface ElementDocs {
  readonly tag: string;
  readonly summary: string;
  readonly properties: readonly Described[];
  readonly events: readonly Described[];
  readonly slots: readonly Described[];
  readonly parts: readonly Described[];
}

/** In the order in which a visitor meets them. */
const order = [
  'network',
  'draw-pad',
  'probabilities',
  'convolution',
  'shape-calculator',
  'kernels',
  'training-controls',
  'training-chart',
  'cell',
  'layer-table',
  'softmax',
  'activation',
  'pixels',
  'pooling',
  'dense',
  'flatten',
  'histogram',
  'confusion-matrix',
  'dataset-grid',
  'feature-maps',
  'image-source',
];

declare const data: readonly ElementDocs[];
export { data };

export default {
  load(): readonly ElementDocs[] {
    const file = new URL('../node_modules/@convlens/elements/custom-elements.json', import.meta.url);
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
    };
    const declarations = manifest.modules.flatMap(({ declarations: all }) => all ?? []);
    return order.flatMap((name) => {
      const found = declarations.find(({ tagName }) => tagName === `cnn-${name}`);
      return found ? [docsOf(`cnn-${name}`, found)] : [];
    });
  },
};

const docsOf = (tag: string, declaration: Declaration): ElementDocs => ({
  tag,
  summary: declaration.summary ?? '',
  properties: (declaration.members ?? []).filter(
    ({ kind, privacy, description, name }) =>
      kind === 'field' && privacy === undefined && description && !name.startsWith('#'),
  ),
  events: declaration.events ?? [],
  slots: declaration.slots ?? [],
  parts: declaration.cssParts ?? [],
});
