// The lesson: every lab's page read from `pages/labs/`, in the order of its front matter. For whoever builds pages; in Node.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../pages/labs', import.meta.url));

export interface Lesson {
  /** `kernel`: the page, the lab and the bare page are called so. */
  readonly name: string;
  readonly title: string;
  /** For the card of the lab. */
  readonly summary: string;
  /** The paragraphs of the page, plain text. */
  readonly words: readonly string[];
}

/** @throws Error for a page that lacks something: front matter `title`, `summary` and `lesson`, and words in `<LabStage>`. */
export function readLessons(): readonly Lesson[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'index.md')
    .map((file) => readLesson(file.slice(0, -'.md'.length), readFileSync(`${folder}/${file}`, 'utf8')))
    .sort((a, b) => a.place - b.place)
    .map(({ lesson }) => lesson);
}

function readLesson(name: string, text: string): { readonly place: number; readonly lesson: Lesson } {
  const field = (key: string): string => {
    const value = new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1];
    if (value === undefined)
      throw new Error(`${name}.md: expected ${key} in the front matter. Add "${key}: …".`);
    return value.replace(/^'(.*)'$/, '$1');
  };
  const body = new RegExp(`<LabStage name="${name}">\n([^<]+)</LabStage>`).exec(text)?.[1];
  if (body === undefined)
    throw new Error(
      `${name}.md: expected plain paragraphs in <LabStage name="${name}">. Write them without markup.`,
    );
  const words = body
    .trim()
    .split('\n\n')
    .map((paragraph) => paragraph.replaceAll('\n', ' '));
  return {
    place: Number(field('lesson')),
    lesson: { name, title: field('title'), summary: field('summary'), words },
  };
}
