/** Settings above, a map on its way through the curve, and below what is left without one; downwards where it is narrow. */
import { css } from 'lit';

export const styles = css`
  .settings {
    margin-top: 0;
  }
  .functions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .function {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    padding: 0 10px;
    border: 0;
    border-radius: 4px;
    background: var(--wash);
  }
  .function:hover {
    box-shadow: 0 0 0 1px var(--outline);
  }
  .function[aria-pressed='true'] {
    box-shadow: 0 0 0 2px var(--ink);
    font-weight: 600;
  }
  .icon-curve {
    width: 24px;
    height: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .note {
    max-width: 72ch;
    margin-top: 12px;
  }
  .advice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 24px;
    margin-top: 12px;
  }
  .advice .note {
    flex: 1 1 320px;
  }
  .advice .button {
    margin-top: 12px;
  }
  .figures {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.25fr) minmax(0, 1fr);
    gap: 24px;
    align-items: start;
    max-width: 1120px;
    margin-top: 24px;
  }
  .figures.row {
    grid-template-columns: minmax(0, 480px);
  }
  .narrow .figures {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 16px;
  }
  .narrow .figures.row {
    grid-template-columns: minmax(0, 1fr);
  }
  .narrow .figures:not(.row) .curve {
    grid-row: 2;
    grid-column: 1 / -1;
  }
  .title {
    margin: 0 0 8px;
    font-weight: 600;
  }
  .title .small {
    font-weight: 400;
  }
  .narrow .title .small {
    display: block;
  }
  .map {
    position: relative;
  }
  .map canvas {
    width: 100%;
    height: auto;
  }
  .map svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    overflow: visible;
  }
  .map text {
    font-size: 0.3px;
    text-anchor: middle;
    letter-spacing: 0;
  }
  .mark,
  .halo {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  .halo {
    stroke: var(--page);
    stroke-width: 5;
  }
  .hatch {
    fill: none;
    stroke: var(--ink);
    stroke-opacity: 0.45;
    vector-effect: non-scaling-stroke;
  }
  .pick {
    cursor: crosshair;
    touch-action: pan-y;
  }
  .scale {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    margin: 8px 0 0;
  }
  .curve > svg {
    display: block;
    width: 100%;
    height: auto;
  }
  .curve path {
    fill: none;
  }
  .curve .axis,
  .curve .tick {
    stroke: var(--outline);
  }
  .curve .rug {
    stroke: var(--muted);
    stroke-opacity: 0.5;
  }
  .curve .line {
    stroke: var(--ink);
    stroke-width: 2.5;
  }
  /* Gradients are dashed as well as of their own colour. */
  .curve .slope {
    stroke: var(--grad-pos-text);
    stroke-width: 2;
    stroke-dasharray: 5 4;
  }
  .curve .guide {
    stroke: var(--ink);
    stroke-dasharray: 1 3;
  }
  .curve .dot {
    fill: var(--ink);
    stroke: var(--page);
    stroke-width: 1.5;
  }
  .curve .slope-dot {
    fill: var(--page);
    stroke: var(--grad-pos-text);
    stroke-width: 2;
  }
  .curve text {
    fill: var(--muted);
    font-size: 12px;
  }
  .curve .middle {
    text-anchor: middle;
  }
  .curve .end {
    text-anchor: end;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin: 8px 0 0;
  }
  .key span {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .key .gradient {
    color: var(--grad-pos-text);
  }
  .swatch {
    flex: none;
    width: 24px;
    height: 4px;
  }
  .readout {
    margin-top: 16px;
  }
  .quiet {
    margin-top: 4px;
    font-size: 13px;
    line-height: 20px;
  }
  .linear {
    margin-top: 40px;
  }
  .heading {
    margin: 0;
    font-size: 20px;
    font-weight: 600;
    line-height: 28px;
  }
  .linear .heading:not(:first-child) {
    margin-top: 32px;
  }
  .linear .settings {
    margin-top: 16px;
  }
  .templates {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 16px;
    max-width: 800px;
    margin: 16px 0 0;
    padding: 0;
    list-style: none;
  }
  .narrow .templates {
    grid-template-columns: repeat(auto-fill, minmax(96px, 1fr));
    gap: 12px;
  }
  .templates p {
    margin: 8px 0 0;
  }
  .templates .num {
    display: block;
  }
  .templates .best .map {
    box-shadow: 0 0 0 2px var(--ink);
  }
  .kernel {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 148px), 1fr));
    gap: 24px;
    max-width: 900px;
    margin-top: 16px;
  }
  @media (forced-colors: active) {
    /* Pictures of numbers keep the colours that say which numbers, and the probe is asked for them. */
    .probe,
    .map,
    .scale i {
      forced-color-adjust: none;
    }
    .curve .dot {
      fill: CanvasText;
    }
    .curve .line,
    .curve .axis,
    .curve .guide,
    .curve .rug,
    .mark,
    .hatch,
    .icon-curve {
      stroke: CanvasText;
    }
    .curve .slope,
    .curve .slope-dot {
      stroke: Highlight;
    }
    .curve text {
      fill: CanvasText;
    }
    .function {
      border: 1px solid ButtonBorder;
    }
    .function[aria-pressed='true'] {
      border-color: Highlight;
      outline: 2px solid Highlight;
    }
  }
`;
