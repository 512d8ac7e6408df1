/** Two strips of one width; statistics are ink, not colour. */
import { css } from 'lit';

export const styles = css`
  figure {
    margin: 0;
  }
  .head {
    display: flex;
    align-items: baseline;
    gap: 4px;
    font-size: 12px;
    line-height: 16px;
  }
  .head .now {
    margin-inline-start: auto;
  }
  .plot {
    position: relative;
    margin-bottom: 8px;
    border-bottom: 1px solid var(--line);
    touch-action: pan-y;
    cursor: crosshair;
  }
  canvas {
    width: 100%;
    height: 44px;
  }
  .line {
    min-height: 16px;
    margin: 0;
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
  }
`;
