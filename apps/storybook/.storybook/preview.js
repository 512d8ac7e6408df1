// Every story is a test: one that axe finds fault with fails. Stories stand on the elements' own paper, light or dark.
/* global document -- this file runs in a page */
import { pageTokens } from '@convlens/elements';
import { setCustomElementsManifest } from '@storybook/web-components-vite';

// Made by the package's build; without it the tables of properties are empty and everything else works.
const [manifest] = Object.values(
  import.meta.glob('../../../packages/elements/custom-elements.json', { eager: true, import: 'default' }),
);
if (manifest) setCustomElementsManifest(manifest);

const paper = document.createElement('style');
paper.textContent = `${pageTokens()} body { background: var(--cnn-page); color: var(--cnn-ink); }`;
document.head.append(paper);

export default {
  parameters: {
    a11y: { test: 'error' },
    options: {
      storySort: {
        order: ['Network', 'Draw pad', 'Probabilities', 'Kernels', 'Training controls', 'Training chart'],
      },
    },
  },
  globalTypes: {
    theme: {
      description: 'Light or dark',
      toolbar: { icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light' },
  decorators: [
    (story, { globals }) => {
      document.documentElement.dataset.theme = globals.theme;
      return story();
    },
  ],
};
