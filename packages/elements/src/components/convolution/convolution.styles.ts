/** The lab as one instrument: settings above, three grids in a row, the scrubber, the sum; downwards where it is narrow. */
import { css } from 'lit';

export const styles = css`
  /* Pictures and sums run from left to right on every page: their numbers stand on their own pixels. */
  .figures,
  .sum,
  .equation {
    direction: ltr;
  }
  .num {
    direction: ltr;
    unicode-bidi: isolate;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .chips + .chips {
    margin-top: 8px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    padding: 0 10px 0 6px;
    border: 0;
    border-radius: 4px;
    background: var(--wash);
    font-size: 13px;
  }
  .chip canvas {
    width: 20px;
    height: 20px;
  }
  .chip:hover {
    box-shadow: 0 0 0 1px var(--outline);
  }
  .chip[aria-pressed='true'] {
    box-shadow: 0 0 0 2px var(--ink);
    font-weight: 600;
  }
  .figures {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 24px;
    margin-top: 24px;
  }
  .links {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
    overflow: visible;
  }
  .links path {
    fill: var(--outline);
    fill-opacity: 0.12;
    stroke: var(--outline);
    stroke-width: 1;
  }
  .title {
    display: flex;
    gap: 8px;
    align-items: baseline;
    margin: 0 0 8px;
    font: 600 14px/20px var(--words);
  }
  .figures .legend {
    margin-top: 8px;
  }
  /* A finger on the grid drags the window; the page scrolls from everywhere else. */
  .figures .pick,
  .figures .grid {
    touch-action: none;
  }
  .many {
    display: grid;
    grid-template-columns: auto auto auto;
    align-items: start;
    justify-content: space-between;
    gap: 24px;
  }
  .many.summed {
    grid-template-columns: auto auto auto auto;
  }
  .many .to {
    align-self: center;
  }
  .many .title {
    display: grid;
    gap: 0;
    align-content: end;
    min-height: 36px;
  }
  .tint-0 .pixel {
    background: linear-gradient(to right, #000000, #ff0000);
  }
  .tint-1 .pixel {
    background: linear-gradient(to right, #000000, #00ff00);
  }
  .tint-2 .pixel {
    background: linear-gradient(to right, #000000, #0000ff);
  }
  .of-channel {
    margin: 24px 0 0;
  }
  .of-channel + .sum {
    margin-top: 12px;
  }
  .of-network {
    margin-top: 4px;
  }
  .presses {
    display: flex;
    flex-wrap: wrap;
    border: 1px solid var(--outline);
    border-radius: 4px;
  }
  .presses button {
    min-width: 34px;
    min-height: 34px;
    padding: 0 10px;
    border: 0;
    background: none;
  }
  .presses button:hover {
    background: var(--wash);
  }
  .presses button[aria-pressed='true'] {
    background: var(--ink);
    color: var(--page);
    font-weight: 600;
  }
  .mode-note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-top: 12px;
  }
  .bad-state {
    margin-bottom: 12px;
  }
  @media (forced-colors: active) {
    .presses button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  .fields {
    display: grid;
    width: fit-content;
  }
  .fields input {
    appearance: none;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
    font-size: 13px;
    text-align: center;
    cursor: ns-resize;
    touch-action: none;
  }
  .fields input:focus {
    position: relative;
    cursor: text;
  }
  .fields input[aria-invalid='true'] {
    box-shadow: inset 0 0 0 2px var(--grad-pos-text);
  }
  .bias-field {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 8px;
  }
  .bias-field input {
    width: 88px;
    height: 32px;
    padding: 0 8px;
    border: 1px solid var(--outline);
    border-radius: 4px;
    background: var(--page);
    color: inherit;
    font-size: 13px;
  }
  .scrubber {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 16px;
    margin-top: 20px;
  }
  .scrubber .buttons {
    display: flex;
    gap: 8px;
  }
  .scrubber input {
    width: 100%;
    margin: 0;
    accent-color: var(--ink);
  }
  .illegal {
    max-width: 36ch;
    margin: 0;
  }
  .illegal .button {
    margin-top: 12px;
  }
  .narrow .figures {
    flex-direction: column;
    align-items: flex-start;
  }
  .narrow .formula {
    margin-inline-start: 0;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .narrow .scrubber {
    grid-template-columns: auto 1fr;
  }
  .narrow .scrubber .where {
    grid-column: 1 / -1;
  }
`;
