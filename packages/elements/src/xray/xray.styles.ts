/** Levels under one another on a thread, each with what it sees of the input beside it. */
import { css } from 'lit';

export const xrayStyles = css`
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
  .level > header {
    grid-column: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
    margin: 0;
  }
  .level .name {
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
`;
