// What is pictured, in an order that depends on names alone: two runs over one build make sheets that can be laid side by side.
import { readdirSync } from 'node:fs';

/**
 * Stories by element, each element's in the order of its file.
 * @param index Storybook's index.json.
 */
export function storiesIn({ entries }) {
  const stories = Object.values(entries).filter(({ type }) => type === 'story');
  const titles = [...new Set(stories.map(({ title }) => title))].sort();
  return titles.flatMap((title) =>
    stories.filter((story) => story.title === title).map(({ id, name }) => ({ id, group: title, name })),
  );
}

/** Addresses of all pages of a built site but the one for what is missing. */
export function pagesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html') && file !== '404.html')
    .map((file) => file.replace(/(^|(?<=\/))index\.html$|\.html$/, ''))
    .sort()
    .map((path) => ({
      id: path || 'index',
      path,
      group: path.split('/').slice(0, -1).join('/'),
      name: `/${path}`,
    }));
}

/** The four pictures of a subject, in the order in which a sheet shows them. */
export const variants = [
  { width: 1440, height: 900, theme: 'light' },
  { width: 1440, height: 900, theme: 'dark' },
  { width: 360, height: 780, theme: 'light' },
  { width: 360, height: 780, theme: 'dark' },
];

export const shotOf = ({ id }, { width, theme }) => `${id.replaceAll('/', '_')}-${width}-${theme}.png`;
