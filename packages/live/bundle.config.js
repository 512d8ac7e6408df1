// One minified module for import maps and CDNs, and beside it the worker: `dist/bundle/`. Everything is inside.
import { defineConfig } from 'vite';

// 11 MB of digits are no part of a script: pages name their address (`data`), bundlers find the package.
const external = ['@convlens/data-mnist'];

export default defineConfig({
  base: './',
  build: {
    outDir: 'dist/bundle',
    lib: { entry: 'dist/define.js', formats: ['es'], fileName: () => 'live.js' },
    rolldownOptions: { external, output: { codeSplitting: false } },
  },
  worker: { format: 'es', rolldownOptions: { external } },
});
