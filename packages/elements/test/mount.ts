/** Puts elements into a page for a browser test and takes them out again. */
import axe from '../../../tooling/test/axe.js';
import { settle } from './settle.js';

/** A place of its own in a page that a visitor could be on. */
export function makePage(theme: 'light' | 'dark' = 'light'): HTMLElement {
  document.body.replaceChildren();
  document.documentElement.lang = 'en';
  document.documentElement.style.colorScheme = theme;
  document.title = 'Test';
  const main = document.createElement('main');
  main.style.cssText = `padding: 16px; background: ${theme === 'light' ? '#FCFBF8' : '#0F1013'}`;
  // Landmarks and headings are the page's business: this one has them.
  const heading = document.createElement('h1');
  heading.textContent = 'Test';
  heading.style.color = theme === 'light' ? '#17181C' : '#EDEBE6';
  main.append(heading);
  document.body.append(main);
  return main;
}

export async function mount<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  page = makePage(),
): Promise<HTMLElementTagNameMap[K]> {
  const element = Object.assign(document.createElement(tag), properties);
  page.append(element);
  await settle(element);
  return element;
}

/** What axe finds, as text that a failing test can print. */
export async function violations(node: Element): Promise<readonly string[]> {
  const { violations: found } = await axe.run(node);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
