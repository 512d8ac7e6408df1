// Which story stands for an element on the page of elements. It is the same one that Storybook shows and the tests run.

/** Loads the stories in the browser, which registers the element, and draws one of them. */
export async function showElement(tag: string, place: HTMLElement): Promise<void> {
  const chosen = stories[tag];
  if (!chosen) return;
  const [{ showStory }, module] = await Promise.all([
    import('../../../../../packages/elements/test/show-story.js'),
    chosen.load(),
  ]);
  // A story file exports its meta as default and its stories by name.
  const { default: meta, [chosen.story]: story } = module as Record<string, never>;
  showStory(place, meta!, story!);
}

interface Chosen {
  readonly story: string;
  readonly load: () => Promise<object>;
}

const stories: Readonly<Record<string, Chosen>> = {
  'cnn-network': {
    story: 'WithPad',
    load: () => import('../../../../../packages/elements/src/components/network/network.stories.js'),
  },
  'cnn-draw-pad': {
    story: 'WithSamples',
    load: () => import('../../../../../packages/elements/src/components/draw-pad/draw-pad.stories.js'),
  },
  'cnn-probabilities': {
    story: 'Recorded',
    load: () =>
      import('../../../../../packages/elements/src/components/probabilities/probabilities.stories.js'),
  },
  'cnn-convolution': {
    story: 'ToBeginWith',
    load: () => import('../../../../../packages/elements/src/components/convolution/convolution.stories.js'),
  },
  'cnn-kernels': {
    story: 'SeveralInputChannels',
    load: () => import('../../../../../packages/elements/src/components/kernels/kernels.stories.js'),
  },
  'cnn-shape-calculator': {
    story: 'TheFirstLayer',
    load: () =>
      import('../../../../../packages/elements/src/components/shape-calculator/shape-calculator.stories.js'),
  },
  'cnn-training-controls': {
    story: 'Pressed',
    load: () =>
      import('../../../../../packages/elements/src/components/training-controls/training-controls.stories.js'),
  },
  'cnn-training-chart': {
    story: 'ALongRun',
    load: () =>
      import('../../../../../packages/elements/src/components/training-chart/training-chart.stories.js'),
  },
  'cnn-cell': {
    story: 'Recorded',
    load: () => import('../../../../../packages/elements/src/components/cell/cell.stories.js'),
  },
  'cnn-layer-table': {
    story: 'SeedNetwork',
    load: () => import('../../../../../packages/elements/src/components/layer-table/layer-table.stories.js'),
  },
  'cnn-softmax': {
    story: 'Recorded',
    load: () => import('../../../../../packages/elements/src/components/softmax/softmax.stories.js'),
  },
  'cnn-activation': {
    story: 'ToBeginWith',
    load: () => import('../../../../../packages/elements/src/components/activation/activation.stories.js'),
  },
  'cnn-pixels': {
    story: 'Recorded',
    load: () => import('../../../../../packages/elements/src/components/pixels/pixels.stories.js'),
  },
  'cnn-pooling': {
    story: 'Recorded',
    load: () => import('../../../../../packages/elements/src/components/pooling/pooling.stories.js'),
  },
  'cnn-dense': {
    story: 'AScore',
    load: () => import('../../../../../packages/elements/src/components/dense/dense.stories.js'),
  },
  'cnn-flatten': {
    story: 'TheSeedNetwork',
    load: () => import('../../../../../packages/elements/src/components/flatten/flatten.stories.js'),
  },
  'cnn-histogram': {
    story: 'Weights',
    load: () => import('../../../../../packages/elements/src/components/histogram/histogram.stories.js'),
  },
  'cnn-confusion-matrix': {
    story: 'Digits',
    load: () =>
      import('../../../../../packages/elements/src/components/confusion-matrix/confusion-matrix.stories.js'),
  },
  'cnn-dataset-grid': {
    story: 'Digits',
    load: () =>
      import('../../../../../packages/elements/src/components/dataset-grid/dataset-grid.stories.js'),
  },
  'cnn-feature-maps': {
    story: 'Recorded',
    load: () =>
      import('../../../../../packages/elements/src/components/feature-maps/feature-maps.stories.js'),
  },
  'cnn-image-source': {
    story: 'WithATarget',
    load: () =>
      import('../../../../../packages/elements/src/components/image-source/image-source.stories.js'),
  },
};
