/** An opened map: figures on one axis, their names below, edges behind them. */
import { css } from 'lit';

export const zoomStyles = css`
  .crumbs {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    min-height: 36px;
    margin: 0 0 8px;
    padding: 0;
    color: var(--muted);
    list-style: none;
  }
  .crumbs li + li::before {
    content: '›';
    margin-inline: 10px;
    color: var(--outline);
  }
  .crumbs button {
    padding: 6px 0;
    border: 0;
    background: none;
  }
  .crumbs button:hover {
    color: var(--ink);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .crumbs [aria-current] {
    color: var(--ink);
    font-weight: 600;
  }
  .siblings {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-bottom: 28px;
  }
  .siblings .thumb {
    width: 28px;
    height: 28px;
    padding: 0;
    border: 0;
    background: none;
    box-shadow: 0 0 0 1px var(--line);
  }
  .siblings .thumb[aria-pressed='true'] {
    box-shadow: 0 0 0 2px var(--ink);
  }
  .zoom > nav {
    margin-top: -8px;
  }
  .siblings canvas {
    width: 28px;
    height: 28px;
    pointer-events: none;
  }
  .further {
    margin: 16px 0 0;
  }
  .inside {
    position: relative;
  }
  .inside svg {
    position: absolute;
    inset: 0;
    overflow: visible;
    pointer-events: none;
    fill: none;
  }
  .inside svg text {
    fill: var(--muted);
    font-size: 12px;
    text-anchor: middle;
  }
  .figure {
    position: relative;
    background: var(--page);
  }
  .across .figure.placed,
  .across .heading {
    position: absolute;
  }
  .figure canvas {
    width: 100%;
    height: 100%;
  }
  .figure.pickable {
    cursor: crosshair;
    touch-action: manipulation;
  }
  .dimmer {
    position: absolute;
    inset: 0;
    background: var(--page);
    opacity: 0.72;
    pointer-events: none;
  }
  .mark {
    position: absolute;
    box-shadow:
      0 0 0 1px var(--page),
      0 0 0 2.5px var(--ink);
    pointer-events: none;
  }
  .mark.thin {
    box-shadow: 0 0 0 1.5px var(--ink);
  }
  .amount {
    background: var(--page);
    font-size: 13px;
    text-align: end;
  }
  .heading {
    line-height: 16px;
  }
  .heading b {
    display: block;
    line-height: 20px;
  }
  .heading .legend {
    display: flex;
    margin-top: 4px;
  }
  .down .strands {
    display: grid;
    grid-template-columns: 56px 50px 56px 1fr;
    align-items: center;
    column-gap: 20px;
    row-gap: 12px;
    margin-bottom: 24px;
  }
  .down .strands .heading {
    align-self: end;
    white-space: normal;
    font-size: 12px;
  }
  .down .strands .heading .legend,
  .down .strands .heading .muted {
    display: none;
  }
  .down .scales {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: -12px 0 24px;
    font-size: 12px;
  }
  .down .block {
    margin-bottom: 24px;
  }
  .down .block .heading {
    margin-bottom: 8px;
  }
  @media (pointer: coarse) {
    .siblings {
      gap: 16px;
    }
  }
`;
