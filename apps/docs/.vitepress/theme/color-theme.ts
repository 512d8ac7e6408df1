// Light or dark: `data-theme` on the root element, which the site's styles and the elements both read.
// A choice is remembered; without one the system decides, also when it changes its mind.

export type ColorTheme = 'light' | 'dark';

const storageKey = 'convlens-theme';

/**
 * Runs in the head before anything is painted. It is printed into the page as text, so it uses nothing
 * from outside.
 */
export function setThemeBeforePaint(): void {
  let saved: string | null = null;
  try {
    saved = localStorage.getItem('convlens-theme');
  } catch {
    // Storage is refused: the system decides.
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = saved === 'light' || saved === 'dark' ? saved : system;
}

export function currentTheme(): ColorTheme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

export function chooseTheme(theme: ColorTheme): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Not remembered, still shown.
  }
}

/** Follows the system until the visitor has chosen. Returns a function that stops. */
export function followSystemTheme(): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => setThemeBeforePaint();
  query.addEventListener('change', follow);
  return () => query.removeEventListener('change', follow);
}
