/**
 * The tokens as an element's own style. Light or dark follows the `color-scheme` that the element inherits from its page;
 * `theme="light"`, `"dark"` or `"auto"` (the system's) on the element overrides it.
 */
import { css, unsafeCSS } from 'lit';
import { hostTokens } from './tokens.js';

export const tokens = css`
  :host {
    ${unsafeCSS(hostTokens())}
    --words: var(--cnn-words, system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif);
    --digits: var(--cnn-digits, ui-monospace, 'SF Mono', 'JetBrains Mono', Menlo, Consolas, monospace);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
`;
