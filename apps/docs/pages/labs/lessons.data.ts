// The labs in the order of the lesson, for links and cards.
import { readLessons } from '../../labs/lessons.js';
import type { Lesson } from '../../labs/lessons.js';

declare const data: readonly Lesson[];
export { data };

export default {
  watch: ['./*.md'],
  load: readLessons,
};
