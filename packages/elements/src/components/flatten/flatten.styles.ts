/** The picture, the maps and what they put into a score side by side; the row below, then the sum. */
import { css } from 'lit';

export const styles = css`
  .chosen-score {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .figures {
    display: grid;
    grid-template-columns: 168px minmax(0, 1fr) minmax(0, 1fr);
    gap: 24px 32px;
    align-items: start;
    margin-top: 16px;
  }
  .tight .figures {
    grid-template-columns: minmax(0, 1fr);
  }
  figure {
    margin: 0;
    min-width: 0;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 2px 12px;
    margin-bottom: 8px;
    max-width: 760px;
  }
  .sheet,
  .vector {
    position: relative;
    width: fit-content;
    max-width: 100%;
    max-height: 640px;
    overflow: auto;
    cursor: crosshair;
    touch-action: pan-y;
  }
  .vector {
    width: calc(var(--columns, 112) * var(--cell, 8px));
    overflow: visible;
  }
  .vector canvas {
    width: 100%;
    height: auto;
  }
  .over .group {
    stroke: var(--ink);
    stroke-width: 1px;
  }
  .row-of-numbers {
    margin-top: 24px;
  }
  .index {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin: 12px 0 0;
    font-size: 13px;
  }
  .index input {
    width: 88px;
    height: 36px;
    padding: 0 8px;
    border: 1px solid var(--outline);
    border-radius: 4px;
    background: var(--page);
    color: inherit;
    font-size: 13px;
  }
  .index input[aria-invalid='true'] {
    border-color: var(--grad-pos-text);
  }
  .readout {
    margin-top: 8px;
  }
  .score-sum {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 40px;
    margin-top: 24px;
  }
  .score-sum .sum-list {
    flex: 1 1 500px;
    min-width: 0;
  }
  .narrow .sum-list {
    flex-basis: 100%;
  }
  .score-sum .about {
    flex: 0 1 280px;
  }
  .about p + p {
    margin-top: 8px;
  }
`;
