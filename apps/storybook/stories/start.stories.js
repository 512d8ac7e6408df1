// The landing page: what is here, and three doors to it. Lists are made of the stories themselves, so that none is forgotten.
import { html } from 'lit';
import { seedRecord } from '../../../packages/elements/test/seed-record.js';
import { pageStyles } from './page-styles.js';
import '@convlens/elements/components/network/network';

const metas = Object.values(
  import.meta.glob('../../../packages/*/src/components/*/*.stories.ts', { eager: true, import: 'default' }),
);
const [manifest] = Object.values(
  import.meta.glob('../../../packages/elements/custom-elements.json', { eager: true, import: 'default' }),
);

const summaries = new Map(
  (manifest?.modules ?? []).flatMap(({ declarations = [] }) =>
    declarations.map(({ tagName, summary }) => [tagName, summary]),
  ),
);

const pages = [
  ['network-and-x-ray', 'Network and X-ray', 'A whole network; the X-ray takes apart what is pointed at.'],
  ['one-convolution', 'One convolution', 'Every product of a window, and what a layer of them costs.'],
  ['the-verdict', 'The verdict', 'From a row of features over scores to shares.'],
  ['training', 'Training', 'Controls, curves and mistakes of one run.'],
  ['from-a-trace', 'From a trace', 'A network that ran elsewhere, drawn from its file.'],
];

/** As Storybook makes it of a title. */
const idOf = (title) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
const docs = (title) => `?path=/docs/${idOf(title)}--docs`;
const story = (id) => `?path=/story/${id}`;

// A page is looked at; there is nothing to set.
export default { title: 'Start here', parameters: { controls: { disable: true } } };

export const Welcome = {
  render: () =>
    html`${pageStyles}
      <main class="page">
        <h1>ConvLens elements</h1>
        <p class="lead">
          Web components that draw convolutional networks: every kernel, every feature map, every sum. They
          take plain data or watch a network that runs. Choose a theme, a width and a scale in the toolbar
          above.
        </p>
        <div class="doors">
          <section aria-labelledby="elements">
            <h2 id="elements">Elements</h2>
            <p>
              Each by itself, in every state: with data, live, empty, waiting, failed, and with data that is
              none.
            </p>
            <ul>
              ${metas
                .toSorted((a, b) => a.title.localeCompare(b.title, 'en'))
                .map(
                  ({ title, component }) =>
                    html`<li>
                      <a href=${docs(title)} target="_top">${title}</a> <code>&lt;${component}&gt;</code
                      ><span>${summaries.get(component)}</span>
                    </li>`,
                )}
            </ul>
          </section>
          <section aria-labelledby="anatomy">
            <h2 id="anatomy">Anatomy</h2>
            <p>Several of them on one page, where what one points at the others show.</p>
            <ul>
              ${pages.map(
                ([id, name, text]) =>
                  html`<li>
                    <a href=${story(`anatomy--${id}`)} target="_top">${name}</a><span>${text}</span>
                  </li>`,
              )}
            </ul>
          </section>
          <section aria-labelledby="embed">
            <h2 id="embed">On your own page</h2>
            <p>Three lines of HTML for a picture, three more for a network that learns.</p>
            <ul>
              <li><a href=${story('start-here--how-to-embed')} target="_top">How to embed</a></li>
            </ul>
          </section>
        </div>
        <cnn-network .data=${seedRecord()}></cnn-network>
      </main>`,
};

const snippets = [
  [
    'A picture from a file',
    `<cnn-network></cnn-network>
<script type="module">
  import { defineAll } from '@convlens/elements/define-all';
  defineAll();
  const trace = await fetch('trace.json');
  document.querySelector('cnn-network').data = await trace.json();
</script>`,
    'A trace is one moment of a network, as JSON; ten lines of Python write one. Its format is in docs/trace-format.md.',
  ],
  [
    'A network that runs',
    `<cnn-model>
  <cnn-network><cnn-draw-pad slot="input"></cnn-draw-pad></cnn-network>
  <cnn-training-controls></cnn-training-controls>
</cnn-model>
<script type="module">
  import '@convlens/live/define';
</script>`,
    'Elements inside a <cnn-model> share its network and what is pointed at. Nothing else joins them.',
  ],
  [
    'For a projector',
    `<style>
  :root { --cnn-scale: 1.5; color-scheme: dark; }
</style>`,
    'Elements follow the colour scheme of the page; the scale makes words and pictures larger together.',
  ],
];

export const HowToEmbed = {
  render: () =>
    html`${pageStyles}
      <main class="page">
        <h1>How to embed</h1>
        ${snippets.map(
          ([title, code, text]) =>
            html`<section>
              <h2>${title}</h2>
              <pre tabindex="0"><code>${code}</code></pre>
              <p>${text}</p>
            </section>`,
        )}
      </main>`,
};
