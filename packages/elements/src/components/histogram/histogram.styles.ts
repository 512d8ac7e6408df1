/** Bars in the colours of their sign on a line; statistics beside them are ink. */
import { css } from 'lit';

export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
  }
  .head .toggle {
    margin-inline-start: auto;
  }
  .plot {
    display: block;
    border-bottom: 1px solid var(--outline);
    cursor: crosshair;
    touch-action: pan-y;
  }
  svg {
    display: block;
    width: 100%;
    height: 120px;
  }
  .positive {
    fill: var(--pos-3);
  }
  .negative {
    fill: var(--neg-3);
  }
  .gradient .positive {
    fill: var(--grad-pos-3);
  }
  .gradient .negative {
    fill: var(--grad-neg-3);
  }
  .zero {
    fill: var(--outline);
  }
  .mark {
    fill: var(--wash);
    stroke: var(--ink);
    stroke-width: 1px;
  }
  .mean {
    stroke: var(--ink);
    stroke-width: 1px;
    stroke-dasharray: 3 3;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    margin-top: 4px;
  }
  .readout {
    margin-top: 4px;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 32px;
    margin: 12px 0 0;
  }
  .facts dt {
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
  }
  .facts dd {
    margin: 0;
  }
  .problem {
    margin-top: 8px;
    color: var(--ink);
  }
  @media (forced-colors: active) {
    .positive,
    .negative,
    .zero {
      fill: CanvasText;
    }
    .mean,
    .mark {
      stroke: Highlight;
    }
  }
`;
