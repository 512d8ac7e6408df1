/** Window, kernel, products and running sum in a row, below each other where it is narrow; the same as a line of text. */
import { css } from 'lit';

export const sumFigureStyles = css`
  .sum {
    display: flex;
    align-items: center;
    gap: 16px;
    margin-top: 24px;
  }
  .sum figure {
    margin: 0;
  }
  .sum figcaption {
    margin-top: 8px;
  }
  .sum .op {
    color: var(--muted);
    font-size: 20px;
  }
  .running {
    flex: 1 1 160px;
    min-width: 0;
  }
  .running svg {
    display: block;
    width: 100%;
    height: 120px;
  }
  .running .zero {
    stroke: var(--outline);
    vector-effect: non-scaling-stroke;
  }
  .running .adds {
    fill: var(--pos-3);
  }
  .running .takes {
    fill: var(--neg-3);
  }
  .equation {
    margin: 16px 0 0;
    font-size: 13px;
    line-height: 22px;
    overflow-wrap: anywhere;
  }
  .equation span {
    white-space: nowrap;
  }
  .narrow .sum {
    flex-wrap: wrap;
    gap: 12px 8px;
  }
  .narrow .running {
    flex-basis: 100%;
  }
`;
