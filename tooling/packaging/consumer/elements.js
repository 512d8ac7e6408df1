// Every element of the package, each fed by a running network and again by data; with `?names=scripts` every name in that data is a
// script that would run if it were ever read as HTML. `document.body.dataset.tags` says when all are there.
/* global ConvLens, customElements, document, location */

const model = document.querySelector('cnn-model');
const namesAreScripts = new URLSearchParams(location.search).get('names') === 'scripts';

/** Runs where it becomes an element, and is twelve words where it stays text. */
const name = (plain) =>
  namesAreScripts ? `<img src=x onerror="globalThis.ran = (globalThis.ran ?? 0) + 1">${plain}` : plain;

/** A 5 would do as well: some ink, and a different number in every row. */
const image = {
  shape: [1, 28, 28, 1],
  data: Float32Array.from({ length: 784 }, (_, i) =>
    Math.abs((i % 28) - 14) < 2 + Math.floor(i / 196) ? 0.9 : 0,
  ),
};
const classNames = Array.from({ length: 10 }, (_, digit) => name(String(digit)));

/** The value of a tap for the image that was sent. */
const valueOf = (session, path) =>
  new Promise((resolve, reject) => {
    const source = session.tap({ path });
    const look = () => {
      if (source.state === 'error') reject(source.error);
      else if (source.current?.inputId === 1) resolve(source.current);
    };
    source.subscribe(look);
    look();
  });

/** One moment of the network as a record, under the names of the day. */
async function recordOf(session) {
  await session.send({ type: 'input', images: image });
  const { model: summary } = session.state.current;
  const tensors = { input: image };
  for (const layer of summary.layers)
    for (const part of ['output', ...Object.keys(layer.weights)])
      tensors[`${name(layer.name)}/${part}`] = await valueOf(session, `${layer.name}/${part}`);
  tensors.probabilities = await valueOf(session, 'probabilities');
  const layers = summary.layers.map((layer) => ({ ...layer, name: name(layer.name) }));
  const named = { ...summary, name: name('network'), layers, classNames };
  return { format: 'convlens.trace', version: 1, model: named, tensors };
}

/** What an element takes, where that is not a record as `data`. */
const ownData = (record, state) => ({
  'cnn-confusion-matrix': [{ data: { classNames, actual: [0, 1, 1, 2], predicted: [0, 1, 2, 2] } }],
  'cnn-convolution': [{ data: image }],
  'cnn-dataset-grid': [{ data: { images: image, labels: [5], classNames } }],
  'cnn-draw-pad': [{ value: image, samples: [image] }],
  'cnn-network': [
    { data: record },
    { data: record, opened: { layer: record.model.layers[2].name, unit: 3 } },
    { data: record, opened: { layer: 'no such layer', unit: 0 } },
  ],
  'cnn-pixels': [{ image }, { data: record }],
  'cnn-pooling': [{ image }, { data: record, gradient: true }],
  'cnn-softmax': [{ data: record }, { logits: [2, 1], classNames: classNames.slice(0, 2) }],
  'cnn-training-chart': [
    {
      data: {
        step: [1, 2, 3],
        loss: [2, 1.5, 1],
        accuracy: [0.1, 0.5, 0.7],
        validation: [{ step: 2, loss: 1, accuracy: 0.6 }],
      },
    },
  ],
  'cnn-training-controls': [
    { data: { ...state, provenance: { dataset: name('digits') } } },
    { data: { ...state, phase: 'ended', error: { code: 'X', message: name('It broke.') } } },
  ],
});

function add(place, tag, properties) {
  const element = Object.assign(document.createElement(tag), properties);
  place.append(element);
}

async function fill() {
  const { session } = model;
  const record = await recordOf(session);
  const own = ownData(record, session.state.current);
  const tags = Object.values(ConvLens.elements)
    .map((exported) => typeof exported === 'function' && customElements.getName(exported))
    .filter(Boolean);
  for (const tag of tags) {
    add(model, tag, {});
    for (const properties of own[tag] ?? [{ data: record }])
      for (const table of [false, true]) add(document.querySelector('main'), tag, { ...properties, table });
  }
  // A file name that is a script, and one of no file at all.
  add(document.querySelector('main'), 'cnn-model', { src: `#${name('file')}` });
  add(document.querySelector('main'), 'cnn-model', { src: `${name('file')}.safetensors` });
  document.body.dataset.tags = tags.join(' ');
}

// What must not happen, done on purpose: the checks have to notice.
document.addEventListener('canary', () => {
  const canary = document.createElement('p');
  document.body.append(canary);
  if (namesAreScripts) canary.innerHTML = name('canary');
  else canary.setAttribute('style', 'color: red');
});

if (model.session?.state.current) fill();
else model.addEventListener('cnn-model-ready', fill, { once: true });
