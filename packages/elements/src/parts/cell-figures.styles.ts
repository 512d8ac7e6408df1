/** Pictures of cells with what is marked in them. */
import { css } from 'lit';

export const cellFigureStyles = css`
  .picture {
    position: relative;
    width: 168px;
    max-width: 100%;
  }
  .picture canvas {
    width: 100%;
    height: auto;
  }
  .over {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    overflow: visible;
    pointer-events: none;
  }
  .over path {
    fill: none;
    vector-effect: non-scaling-stroke;
  }
  .over .dimmer {
    fill: var(--page);
    fill-opacity: 0.72;
  }
  .over .beyond {
    fill: var(--line);
  }
  .over .none {
    display: none;
  }
  .over .halo {
    stroke: var(--page);
    stroke-width: 4px;
  }
  .over .edge {
    stroke: var(--ink);
    stroke-width: 2px;
  }
`;
