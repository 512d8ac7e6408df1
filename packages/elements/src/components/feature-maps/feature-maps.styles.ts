/** Maps as a grid of small pictures; what one of them answers to beside them. */
import { css } from 'lit';

export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 4px 12px;
    margin-bottom: 12px;
  }
  .head .setting {
    margin-inline-start: auto;
  }
  .maps {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .maps button,
  .maps .held {
    padding: 0;
    border: 0;
    background: none;
    box-shadow: 0 0 0 1px var(--line);
  }
  .maps button:hover {
    box-shadow: 0 0 0 1px var(--outline);
  }
  .maps button[aria-pressed='true'] {
    box-shadow: 0 0 0 2px var(--ink);
  }
  .maps .linked {
    outline: 2px dashed var(--ink);
    outline-offset: 2px;
  }
  .maps canvas {
    width: var(--map-width);
    height: var(--map-height);
  }
  .side-by-side > div {
    flex: 1 1 280px;
    min-width: 0;
  }
  .ranking,
  .readout {
    margin-top: 12px;
  }
  .answers {
    margin-top: 16px;
  }
  .patches {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
  .patches canvas {
    width: 72px;
    height: 72px;
  }
  .patches .of {
    display: flex;
    justify-content: space-between;
    font-size: 12px;
    line-height: 18px;
  }
  @media (forced-colors: active) {
    .maps button[aria-pressed='true'] {
      outline: 3px solid;
    }
  }
`;
