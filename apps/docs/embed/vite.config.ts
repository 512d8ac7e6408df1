// Bare pages of the labs, for other people's pages: no site around them and the strictest policy that a lab can live with.
// They go into the built site and share its files: what has the same content has the same name.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pageTokens } from '@convlens/elements';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { readLessons } from '../labs/lessons.js';
import { barePage } from './bare-page.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const fileOf = (name: string): string => `${root}embed/${name}.html`;
const lessons = new Map(readLessons().map((lesson) => [fileOf(lesson.name), lesson]));

/** The pages are made from the labs; none of them lies on the disk. */
const barePages: Plugin = {
  name: 'bare-pages',
  enforce: 'pre',
  resolveId: (id) => (lessons.has(id) ? id : undefined),
  load(id) {
    const lesson = lessons.get(id);
    if (!lesson) return undefined;
    return barePage(lesson, readFileSync(`${root}labs/stages/${lesson.name}.html`, 'utf8'));
  },
};

/** The elements' colours as a file: the policy allows no style that stands in the page. */
const tokens: Plugin = {
  name: 'page-tokens',
  resolveId: (id) => (id === 'virtual:page-tokens.css' ? id : undefined),
  load: (id) => (id === 'virtual:page-tokens.css' ? pageTokens() : undefined),
};

export default defineConfig({
  root,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [barePages, tokens],
  worker: { format: 'es', rolldownOptions: { output: { assetFileNames: 'assets/[name].[hash].[ext]' } } },
  build: {
    outDir: '.vitepress/dist',
    emptyOutDir: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: [...lessons.keys()],
      output: {
        assetFileNames: 'assets/[name].[hash].[ext]',
        chunkFileNames: 'assets/embed/[name].[hash].js',
        entryFileNames: 'assets/embed/[name].[hash].js',
      },
    },
  },
});
