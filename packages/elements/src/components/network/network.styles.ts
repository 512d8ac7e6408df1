/** Where words stand over the picture of the network; the picture itself is painted. */
import { css } from 'lit';

export const networkStyles = css`
  .stage {
    position: relative;
    direction: ltr;
  }
  .walk {
    position: absolute;
    inset: 0 0 auto 0;
    isolation: isolate;
    outline-offset: 4px;
  }
  .walk canvas {
    position: absolute;
    touch-action: manipulation;
  }
  .tensors {
    z-index: 1;
  }
  .host {
    position: absolute;
    inset: 0 auto auto 0;
    z-index: 2;
  }
  .host.down {
    inset-inline-end: 0;
  }
  .field {
    position: absolute;
    z-index: 1;
    box-shadow:
      0 0 0 1px var(--page),
      0 0 0 2.5px var(--ink);
    pointer-events: none;
  }
  .captions,
  .scores {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .caption {
    position: absolute;
    display: grid;
    justify-items: start;
    align-content: start;
    line-height: 16px;
  }
  .caption:not(.tight),
  .caption .num,
  .caption b {
    white-space: nowrap;
  }
  .caption b {
    line-height: 20px;
  }
  /* Scales stand on one line, whether the parameters above them need one line or two. */
  .caption.tight .parameters {
    min-height: 32px;
  }
  /* Columns that stand close: their words are smaller rather than under those of their neighbours. */
  .caption.tight .small {
    font-size: 11px;
  }
  .caption.tight .num {
    letter-spacing: -0.06em;
  }
  .caption.tight .legend {
    gap: 3px;
    font-size: 11px;
  }
  .caption.tight .legend i {
    width: 16px;
  }
  .caption .legend {
    margin-top: 4px;
  }
  .down.caption {
    grid-template-columns: auto auto 1fr;
    column-gap: 12px;
    align-items: baseline;
    padding-bottom: 4px;
    background: var(--page);
  }
  .down.caption .what {
    grid-column: 1 / -1;
    grid-row: 2;
  }
  .down.caption .legend {
    grid-column: 3;
    grid-row: 1;
    align-self: center;
    justify-self: end;
    margin: 0;
  }
  .score {
    position: absolute;
    display: grid;
    grid-template-columns: 40px 8px 12px 1fr 52px;
    align-items: center;
    column-gap: 8px;
  }
  .score .logit {
    font-size: 11px;
    line-height: 24px;
    text-align: center;
    box-shadow: 0 0 0 1px var(--line);
  }
  .score.pointed .logit {
    box-shadow:
      0 0 0 1px var(--page),
      0 0 0 3px var(--ink);
  }
  .score .dot {
    width: 8px;
    height: 8px;
    border-radius: 50%;
  }
  .score .name {
    font-size: 16px;
    text-align: center;
  }
  .score .bar {
    position: relative;
    height: 12px;
    border-bottom: 1px solid var(--line);
  }
  .score .bar i {
    position: absolute;
    inset: 0 auto 0 0;
    background: var(--pos-3);
    transition: width 180ms cubic-bezier(0.2, 0.7, 0.2, 1);
  }
  .score .percent {
    color: var(--muted);
    font-size: 12px;
    text-align: end;
    white-space: nowrap;
  }
  .score.none .name {
    color: var(--muted);
  }
  .score.best .name,
  .score.best .percent {
    color: var(--ink);
    font-weight: 700;
  }
  .score.down {
    display: flex;
    flex-direction: column;
    align-items: center;
  }
  .score.down .logit {
    flex: none;
    width: 28px;
    font-size: 10px;
    letter-spacing: -0.04em;
  }
  .score.down .dot {
    flex: none;
    margin-top: 8px;
  }
  .score.down .name {
    line-height: 22px;
  }
  .score.down .bar {
    flex: none;
    width: 12px;
    height: 64px;
    border: 0;
    border-top: 1px solid var(--outline);
  }
  .score.down .bar i {
    inset: 0 0 auto 0;
    width: 100%;
    transition: height 180ms cubic-bezier(0.2, 0.7, 0.2, 1);
  }
  .score.down .percent {
    margin-top: 4px;
    font-size: 11px;
    line-height: 16px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: end;
    justify-content: space-between;
    margin-top: 20px;
  }
  .foot .readout {
    flex: 1 1 320px;
  }
  .below {
    max-width: 480px;
    margin-top: 24px;
  }
  .invitation {
    position: absolute;
    z-index: 1;
    padding: 8px 12px;
    background: var(--page);
    color: var(--muted);
  }
  @media (prefers-reduced-motion: reduce) {
    .score .bar i,
    .score.down .bar i {
      transition: none;
    }
  }
`;
