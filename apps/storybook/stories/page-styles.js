// What the pages of this Storybook look like; elements bring their own looks.
import { html } from 'lit';

export const pageStyles = html`<style>
  .page {
    max-width: 1200px;
    margin: 0 auto;
    font: 400 14px/20px system-ui;
  }
  .page h1 {
    margin: 0;
    font: 600 24px/32px system-ui;
  }
  .page h2 {
    margin: 0;
    font: 600 16px/24px system-ui;
  }
  .page .lead,
  .page p {
    margin: 4px 0 16px;
    max-width: 72ch;
  }
  .page a {
    color: inherit;
    text-underline-offset: 3px;
  }
  .doors {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
    gap: 32px;
    margin-top: 32px;
  }
  .doors ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .doors li {
    padding: 8px 0;
    border-top: 1px solid var(--cnn-line);
  }
  .doors span {
    display: block;
    color: var(--cnn-muted);
    font-size: 13px;
  }
  .page pre {
    margin: 8px 0;
    padding: 12px;
    overflow-x: auto;
    border: 1px solid var(--cnn-line);
    border-radius: 4px;
    font:
      400 13px/20px ui-monospace,
      monospace;
  }
  .page section + section {
    margin-top: 24px;
  }
  .doors section + section {
    margin-top: 0;
  }
</style>`;
