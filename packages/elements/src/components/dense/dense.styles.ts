/** What is chosen above, the units, the sum below; the cell that a term comes from beside it where there is room. */
import { css } from 'lit';

export const styles = css`
  .settings {
    margin: 0 0 12px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
    margin: 16px 0 8px;
  }
  .units {
    position: relative;
    width: calc(var(--columns, 8) * 24px);
    max-width: 100%;
    cursor: pointer;
    touch-action: manipulation;
  }
  .units canvas {
    width: 100%;
    height: auto;
  }
  .path {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin: 12px 0 0;
  }
  .body {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 24px 40px;
  }
  .sum-of {
    flex: 1 1 500px;
    min-width: 0;
    max-width: 640px;
  }
  .narrow .sum-of {
    flex-basis: 100%;
  }
  .cell-of {
    flex: 0 1 376px;
  }
  .cell-of .figures {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 168px));
    gap: 16px;
    margin-top: 8px;
  }
  .cell-of figure {
    margin: 0;
  }
  .cell-of figcaption {
    margin-top: 6px;
  }
  .after {
    margin: 8px 0 0;
    padding-inline-start: 8px;
    font-size: 13px;
  }
  .readout,
  .body + .note {
    margin-top: 12px;
  }
`;
