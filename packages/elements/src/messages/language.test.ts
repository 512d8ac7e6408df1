import { describe, expect, it } from 'vitest';
import { chooseTable } from './language.js';

describe('chooseTable', () => {
  const tables = { en: 'yes', de: 'ja', 'pt-br': 'sim' };
  it.each([
    ['de', 'ja'],
    ['de-AT', 'ja'],
    ['pt-BR', 'sim'],
    ['pt', 'yes'],
    ['', 'yes'],
    ['toString', 'yes'],
  ])('speaks the language of "%s": %s', (language, word) => {
    expect(chooseTable(tables, language).words).toBe(word);
  });
});
