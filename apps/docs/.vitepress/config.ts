// The site's build: which pages there are, what stands in every head, and that `cnn-…` tags are elements.
import { pageTokens } from '@convlens/elements';
import { defineConfig } from 'vitepress';
import { setThemeBeforePaint } from './theme/color-theme.js';

export default defineConfig({
  title: 'ConvLens',
  titleTemplate: ':title · ConvLens',
  description: 'Convolutional networks that can be seen, taken apart and trained, in any web page.',
  lang: 'en',
  srcDir: 'pages',
  cleanUrls: true,
  ignoreDeadLinks: [/numerics/],
  // Light and dark are the theme's own: `data-theme`, which the elements read as well.
  appearance: false,
  head: [
    ['link', { rel: 'icon', href: '/mark.svg', type: 'image/svg+xml' }],
    ['meta', { name: 'color-scheme', content: 'light dark' }],
    // The elements' colours are the page's too.
    ['style', {}, pageTokens()],
    ['script', {}, `(${setThemeBeforePaint})();`],
  ],
  // The page of an element is called by its tag.
  transformPageData: ({ params }) => (params?.['tag'] ? { title: String(params['tag']) } : undefined),
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  vue: {
    template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('cnn-') } },
  },
  vite: {
    // A file that pages and the worker both name has one name and is there once.
    worker: {
      format: 'es',
      rolldownOptions: { output: { assetFileNames: 'assets/[name].[hash].[ext]' } },
    },
    // Weights and shards stay files of their own: inlined they would be downloaded with the script.
    build: { assetsInlineLimit: 0 },
    optimizeDeps: { exclude: ['@convlens/data-mnist', '@convlens/pretrained', '@convlens/live'] },
  },
});
