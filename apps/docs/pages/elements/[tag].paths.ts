// One page for each element, with the file to paste.
import elements from '../elements.data.js';
import { pasteOf } from './paste.js';

export default {
  watch: ['../elements.data.ts', './paste.ts'],
  paths: () =>
    elements.load().map(({ tag }) => ({
      params: { tag },
      content: `\`\`\`html\n${pasteOf(tag)}\`\`\``,
    })),
};
