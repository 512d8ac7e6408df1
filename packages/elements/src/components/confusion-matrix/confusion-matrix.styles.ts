/** The board between the names of its rows and columns; what is too wide scrolls inside, and the names of rows stay. */
import { css } from 'lit';

export const styles = css`
  .frame {
    max-width: 100%;
    overflow: auto;
    padding-bottom: 2px;
    /* What the keys lead to is not left below the names. */
    scroll-padding-inline-start: 112px;
  }
  .board {
    display: grid;
    grid-template: auto auto calc(var(--n) * var(--cell)) auto auto / auto calc(var(--n) * var(--cell)) auto;
    width: max-content;
  }
  .corner {
    align-self: end;
    text-align: end;
  }
  .over,
  .precisions,
  .under {
    grid-column: 2;
  }
  .over {
    padding-bottom: 4px;
  }
  .corner {
    grid-column: 1;
    padding-bottom: 4px;
  }
  .corner,
  .names {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    padding-inline-end: 8px;
    background: var(--page);
  }
  .heads,
  .precisions {
    display: grid;
    grid-template-columns: repeat(var(--n), var(--cell));
  }
  .names,
  .recalls {
    display: grid;
    grid-template-rows: repeat(var(--n), var(--cell));
    align-items: center;
    text-align: end;
  }
  .recalls {
    padding-inline-start: 8px;
  }
  .heads span,
  .precisions span {
    overflow: hidden;
    text-align: center;
    white-space: nowrap;
  }
  .names span {
    overflow: hidden;
    max-width: 96px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Names that are wider than a column stand upright. */
  .heads.upright {
    align-items: end;
  }
  .heads.upright span {
    justify-self: center;
    max-height: 96px;
    text-align: start;
    text-overflow: ellipsis;
    writing-mode: vertical-rl;
    transform: rotate(180deg);
  }
  .precisions {
    padding-top: 6px;
  }
  .heads {
    align-self: end;
    padding-bottom: 4px;
  }
  .recall-name {
    align-self: end;
    padding-bottom: 4px;
    padding-inline-start: 6px;
    white-space: nowrap;
    writing-mode: vertical-rl;
    transform: rotate(180deg);
  }
  /* With many classes the rows are lower than a line of text. */
  .crowded .names,
  .crowded .heads,
  .crowded .recalls,
  .crowded .precisions {
    font-size: 9px;
    line-height: 10px;
  }
  .crowded .precisions span {
    justify-self: center;
    writing-mode: vertical-rl;
  }
  .on {
    color: var(--ink);
    font-weight: 600;
  }
  .pick {
    position: relative;
    width: calc(var(--n) * var(--cell));
    height: calc(var(--n) * var(--cell));
    cursor: pointer;
    touch-action: manipulation;
  }
  .pick canvas {
    width: 100%;
    height: 100%;
  }
  .pick i {
    position: absolute;
    top: calc(var(--row) * var(--cell));
    left: calc(var(--column) * var(--cell));
    width: var(--cell);
    height: var(--cell);
    border: 2px solid var(--ink);
    /* Seen on the darkest cell too. */
    box-shadow: inset 0 0 0 1px var(--page);
    outline: 1px solid var(--page);
    pointer-events: none;
  }
  .pick .pointed {
    border-width: 1px;
  }
  .facts {
    margin: 0 0 12px;
    color: var(--muted);
  }
  .facts b {
    color: var(--ink);
    font-size: 20px;
    line-height: 28px;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin-top: 8px;
  }
  .readout {
    margin-top: 8px;
  }
  .examples {
    margin-top: 16px;
  }
  .examples .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 16px;
    margin-bottom: 8px;
  }
  .examples .text-button {
    min-height: 28px;
  }
  .problem,
  .more {
    margin-top: 8px;
  }
  /* The colours of what a canvas draws are read here: forced ones would make all of them the same. */
  .probe,
  .legend i {
    forced-color-adjust: none;
  }
`;
