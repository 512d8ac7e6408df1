// What the documentation tables, Storybook and editors read: every element with its properties, events and parts.

/** `dispatchEvent(new CnnCommandEvent(command))` names no event: those of the docblocks do. */
const onlyNamedEvents = {
  name: 'only-named-events',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        if (declaration.events)
          declaration.events = declaration.events.filter(({ name }) => name?.startsWith('cnn-'));
      }
    }
  },
};

export default {
  globs: ['src/base-element.ts', 'src/components/*/*.component.ts', 'src/events/*.ts'],
  outdir: '.',
  litelement: true,
  plugins: [onlyNamedEvents],
};
