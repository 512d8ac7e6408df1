/** Levels under one another on a thread; the batch as a row; a step as a column of sums. */
import { css } from 'lit';

export const styles = css`
  .levels {
    margin-top: 20px;
  }
  .level {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) 96px;
    gap: 8px 24px;
    padding: 0 0 28px 28px;
  }
  .level::before {
    content: '';
    position: absolute;
    inset: 16px auto -4px 7px;
    width: 1px;
    background: var(--outline);
  }
  .level:last-child::before {
    display: none;
  }
  .level::after {
    content: '';
    position: absolute;
    inset: 6px auto auto 3px;
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: var(--ink);
  }
  .level.gradient::before {
    background: none;
    border-inline-start: 1px dashed var(--grad-pos-text);
  }
  .level > header {
    grid-column: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
    margin: 0;
  }
  .level h3 {
    margin: 0;
    font: 600 14px/20px var(--words);
  }
  .level .lens {
    grid-column: 2;
    grid-row: 1 / span 3;
    margin: 0;
  }
  .lens .picture {
    width: 96px;
  }
  .level .body {
    grid-column: 1;
    min-width: 0;
  }
  .level .sum {
    margin-top: 8px;
    flex-wrap: wrap;
  }
  .level .equation {
    margin-top: 8px;
  }
  .strip {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 8px 0 4px;
    padding: 0;
    list-style: none;
  }
  .thumb {
    display: grid;
    justify-items: center;
    gap: 2px;
    min-width: 44px;
    padding: 4px 2px;
    border: 0;
    border-radius: 4px;
    background: none;
    font-size: 11px;
    line-height: 14px;
  }
  .thumb canvas {
    width: 32px;
    height: 32px;
  }
  .thumb[aria-pressed='true'] {
    box-shadow: 0 0 0 2px var(--ink);
  }
  .thumb:hover {
    background: var(--wash);
  }
  .gradient-text-pos {
    color: var(--grad-pos-text);
  }
  .gradient-text-neg {
    color: var(--grad-neg-text);
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
    align-items: flex-start;
    margin: 8px 0;
  }
  .figures figure {
    margin: 0;
  }
  .figures figcaption {
    max-width: 180px;
    margin-top: 6px;
  }
  .map {
    width: 168px;
  }
  .facts {
    display: grid;
    grid-template-columns: max-content max-content minmax(0, 1fr);
    gap: 4px 16px;
    margin: 8px 0 0;
    font-size: 13px;
  }
  .facts dt {
    color: var(--muted);
  }
  .facts dd {
    margin: 0;
    text-align: end;
  }
  .facts .how {
    color: var(--muted);
    text-align: start;
    overflow-wrap: anywhere;
  }
  .batch {
    max-height: 196px;
    overflow: auto;
  }
  .narrow .level {
    grid-template-columns: minmax(0, 1fr);
    padding-inline-start: 22px;
  }
  .narrow .level .lens {
    display: none;
  }
  .narrow .level:last-child .lens {
    display: block;
    grid-column: 1;
    grid-row: auto;
  }
  .narrow .facts {
    grid-template-columns: max-content minmax(0, 1fr);
  }
  .narrow .facts .how {
    grid-column: 1 / -1;
    margin-bottom: 8px;
  }
`;
