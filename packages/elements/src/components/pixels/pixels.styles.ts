/** A row of windows that show the same part of an image; four of them read as a sum of light. */
import { css } from 'lit';

export const styles = css`
  .note + .note {
    margin-top: 4px;
  }
  .illegal {
    max-width: 60ch;
  }
  .swatch {
    display: inline-block;
    width: 12px;
    height: 12px;
    margin-inline-end: 6px;
    background: var(--grad-pos-3);
    vertical-align: -1px;
    forced-color-adjust: none;
  }
  .looking {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 20px;
    align-items: end;
  }
  .note + .looking {
    margin-top: 12px;
  }
  .map {
    flex: none;
    width: var(--map-width);
    height: var(--map-height);
    cursor: crosshair;
    touch-action: none;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .stored {
    margin-bottom: 4px;
  }
  .seen {
    margin: 0;
    padding-bottom: 10px;
    font-variant-numeric: tabular-nums;
  }
  .windows {
    display: grid;
    grid-template-columns: var(--window-width);
    gap: 20px 12px;
    margin-top: 16px;
  }
  .across-2 .windows {
    grid-template-columns: repeat(2, var(--window-width));
  }
  .across-4 .windows {
    grid-template-columns: repeat(4, var(--window-width));
    column-gap: 32px;
  }
  .panel {
    position: relative;
    min-width: 0;
  }
  /* The planes add up to the picture: seen as a sum where they stand in a row. */
  .sign {
    display: none;
  }
  .across-4 .sign {
    position: absolute;
    inset-block-start: calc(28px + var(--window-height) / 2);
    inset-inline-start: -32px;
    display: block;
    width: 32px;
    color: var(--muted);
    font-size: 20px;
    line-height: 0;
    text-align: center;
  }
  .title {
    margin: 0 0 8px;
  }
  .window {
    width: var(--window-width);
    height: var(--window-height);
    background: var(--wash);
    box-shadow: 0 0 0 1px var(--line);
    cursor: crosshair;
    /* The whole picture leaves the page its scrolling; a part of it is moved by the finger. */
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  .near .window {
    touch-action: none;
    cursor: grab;
  }
  .near .window:active {
    cursor: grabbing;
  }
  .window canvas {
    width: 100%;
    height: 100%;
  }
  .under {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin: 8px 0 0;
  }
  .legend i {
    forced-color-adjust: none;
  }
  .legend .red {
    background: linear-gradient(to right, #000, #f00);
  }
  .legend .green {
    background: linear-gradient(to right, #000, #0f0);
  }
  .legend .blue {
    background: linear-gradient(to right, #000, #00f);
  }
  .mixing {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: end;
    margin-top: 8px;
  }
  .readout {
    margin-top: 16px;
  }
  .reading {
    display: inline-block;
  }
  /* Shadows are not drawn there: without an edge a dark plane would be lost. */
  @media (forced-colors: active) {
    .window,
    .map {
      border: 1px solid;
    }
  }
`;
