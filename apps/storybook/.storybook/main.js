// Storybook shows the stories that stand beside the elements, from source, and two pages of its own.
import { sourceConditions } from '../../../tooling/test/source-conditions.js';

export default {
  stories: ['../stories/*.stories.js', '../../../packages/*/src/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true },
  viteFinal: (config) => ({
    ...config,
    resolve: { ...config.resolve, conditions: sourceConditions.browser },
  }),
};
