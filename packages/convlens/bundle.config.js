// One minified module for import maps and CDNs: `dist/bundle/convlens.js`. Everything is inside but the digits.
import { defineConfig } from 'vite';

// 11 MB of digits are no part of a script: `mnist({ source })` takes their address.
const external = ['@convlens/data-mnist'];

export default defineConfig({
  build: {
    outDir: 'dist/bundle',
    lib: { entry: 'dist/index.js', formats: ['es'], fileName: () => 'convlens.js' },
    rolldownOptions: { external, output: { codeSplitting: false } },
  },
});
