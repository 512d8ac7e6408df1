/** What every element looks like before it looks like itself: type, buttons, legend, readout, table twin, focus. */
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
    position: relative;
    box-sizing: border-box;
    color: var(--ink);
    font: 400 14px/20px var(--words);
    text-align: start;
    -webkit-text-size-adjust: 100%;
    /* Words and pictures together, for a wall; what stands inside is scaled with it and not once more. */
    zoom: var(--cnn-scale, 1);
  }
  :host > *,
  ::slotted(*) {
    --cnn-scale: 1;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  canvas {
    display: block;
  }
  .pixels {
    image-rendering: pixelated;
  }
  b {
    font-weight: 600;
  }
  .small {
    font-size: 12px;
    line-height: 16px;
  }
  .muted {
    color: var(--muted);
  }
  .num {
    font-family: var(--digits);
    font-variant-numeric: tabular-nums;
    font-feature-settings:
      'zero' 0,
      'calt' 0;
    letter-spacing: -0.01em;
  }
  /* Numbers in the cells of a picture: they lie over it and are no targets. */
  .numbers {
    position: absolute;
    inset: 0;
    display: grid;
    pointer-events: none;
    letter-spacing: -0.04em;
  }
  .numbers span {
    display: grid;
    place-items: center;
    min-width: 0;
    overflow: hidden;
  }
  .framed {
    box-shadow: 0 0 0 1px var(--line);
  }
  .positive {
    color: var(--pos-text);
  }
  .negative {
    color: var(--neg-text);
  }
  :focus-visible {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
    border-radius: 2px;
  }
  button {
    appearance: none;
    position: relative;
    margin: 0;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 36px;
    padding: 0 14px;
    border: 1px solid var(--outline);
    border-radius: 4px;
    background: none;
    font-weight: 500;
    white-space: nowrap;
  }
  .button:hover {
    border-color: var(--ink);
  }
  .button.primary {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--page);
  }
  .button.icon {
    width: 36px;
    padding: 0;
  }
  .button:disabled {
    border-color: var(--line);
    background: none;
    color: var(--muted);
    cursor: default;
  }
  .button svg {
    width: 16px;
    height: 16px;
    fill: currentColor;
    stroke: none;
  }
  .text-button {
    padding: 6px 0;
    border: 0;
    background: none;
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
    text-decoration: underline;
    text-decoration-color: var(--outline);
    text-underline-offset: 3px;
  }
  .text-button:hover {
    color: var(--ink);
  }
  .text-button:disabled {
    color: var(--muted);
    text-decoration: none;
    cursor: default;
  }
  /* A finger needs 44 px; the mark itself stays its size. */
  @media (pointer: coarse) {
    .button::after,
    .text-button::after,
    .thumb::after {
      content: '';
      position: absolute;
      inset: 50% auto auto 50%;
      width: max(100%, 44px);
      height: max(100%, 44px);
      transform: translate(-50%, -50%);
    }
  }
  .readout {
    min-height: 20px;
    margin: 0;
    color: var(--muted);
    font-size: 13px;
    line-height: 20px;
  }
  .readout .num {
    color: var(--ink);
  }
  .legend {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
    white-space: nowrap;
  }
  .legend i {
    flex: none;
    forced-color-adjust: none;
    width: 40px;
    height: 8px;
    box-shadow: 0 0 0 1px var(--line);
  }
  .legend .narrow {
    width: 24px;
  }
  .legend .activation {
    background: linear-gradient(
      in oklab to right,
      var(--page),
      var(--pos-1),
      var(--pos-2),
      var(--pos-3),
      var(--pos-4),
      var(--pos-5)
    );
  }
  .legend .signed {
    background: linear-gradient(
      in oklab to right,
      var(--neg-5),
      var(--neg-4),
      var(--neg-3),
      var(--neg-2),
      var(--neg-1),
      var(--page),
      var(--pos-1),
      var(--pos-2),
      var(--pos-3),
      var(--pos-4),
      var(--pos-5)
    );
  }
  .legend .pixel {
    background: linear-gradient(in oklab to right, var(--pixel-0), var(--pixel-1));
  }
  .note {
    margin: 0;
    color: var(--muted);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Colours that carry numbers are data: where colours are forced, words are the system's and pictures stay. */
  .probe {
    forced-color-adjust: none;
    position: absolute;
    width: 0;
    height: 0;
    overflow: hidden;
    visibility: hidden;
    pointer-events: none;
    color: var(--page);
    background-color: var(--pos-3);
    /* Not motion: its start tells that the theme has changed. */
    transition:
      color 1ms,
      background-color 1ms;
  }
  .twin-button:not(:focus-visible, [aria-expanded='true']) {
    position: absolute;
    width: 1px;
    height: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  /* A finger cannot bring it up by focus. */
  @media (pointer: coarse) {
    .twin-button:not(:focus-visible, [aria-expanded='true']) {
      position: relative;
      width: auto;
      height: auto;
      padding: 6px 0;
      overflow: visible;
      clip-path: none;
    }
  }
  .twin {
    margin-top: 12px;
    max-width: 100%;
    overflow: auto;
    max-height: 320px;
  }
  .twin table {
    border-collapse: collapse;
    font-size: 12px;
    line-height: 16px;
  }
  .twin caption {
    padding-bottom: 4px;
    color: var(--muted);
    text-align: start;
  }
  .twin th,
  .twin td {
    padding: 2px 12px 2px 0;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  .twin thead th {
    color: var(--muted);
  }
`;
