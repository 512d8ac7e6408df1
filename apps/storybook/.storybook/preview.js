// Every story is a test: one that axe finds fault with fails. Stories stand on the elements' own paper, light or dark, at the
// sizes that pages are looked at: a phone, a desk, a wall.
/* global document -- this file runs in a page */
import { pageTokens } from '@convlens/elements';
import { setCustomElementsManifest } from '@storybook/web-components-vite';

// Made by the package's build; without it the tables of properties are empty and everything else works.
const [manifest] = Object.values(
  import.meta.glob('../../../packages/elements/custom-elements.json', { eager: true, import: 'default' }),
);
if (manifest) setCustomElementsManifest(publicPart(manifest));

const paper = document.createElement('style');
paper.textContent = `${pageTokens()} body { background: var(--cnn-page); color: var(--cnn-ink); }`;
document.head.append(paper);

/** What a page can set: a class's own workings are no controls. */
function publicPart({ modules, ...rest }) {
  const isPublic = ({ name, privacy }) => (privacy ?? 'public') === 'public' && !name.startsWith('#');
  const declared = (declaration) => ({
    ...declaration,
    ...(declaration.members && { members: declaration.members.filter(isPublic) }),
  });
  return {
    ...rest,
    modules: modules.map((module) => ({
      ...module,
      declarations: (module.declarations ?? []).map(declared),
    })),
  };
}

const viewport = (name, width, height) => ({
  name,
  styles: { width: `${width}px`, height: `${height}px` },
});

export default {
  parameters: {
    a11y: { test: 'error' },
    viewport: {
      options: {
        phone: viewport('Phone, 360 px', 360, 740),
        desk: viewport('Desk, 1440 px', 1440, 900),
        projector: viewport('Projector, 1920 px', 1920, 1080),
      },
    },
    options: {
      storySort: {
        order: [
          'Start here',
          'Anatomy',
          'Network',
          'Draw pad',
          'Probabilities',
          'Kernels',
          'Training controls',
          'Training chart',
        ],
      },
    },
  },
  globalTypes: {
    theme: {
      description: 'Light or dark',
      toolbar: { icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    scale: {
      description: 'How large elements are drawn: --cnn-scale',
      toolbar: {
        icon: 'zoom',
        items: [
          { value: '1', title: 'Scale 1' },
          { value: '1.5', title: 'Scale 1.5, for a projector' },
          { value: '2', title: 'Scale 2' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light', scale: '1' },
  decorators: [
    (story, { globals }) => {
      document.documentElement.dataset.theme = globals.theme;
      document.documentElement.style.setProperty('--cnn-scale', globals.scale);
      return story();
    },
  ],
};
