/** Bars on one axis, the digit beside its colour. */
import { css } from 'lit';

export const styles = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 4px 0;
    font-weight: 400;
    text-align: start;
    vertical-align: middle;
  }
  th {
    width: 40px;
    color: var(--muted);
    font-size: 16px;
    white-space: nowrap;
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 8px;
    border-radius: 50%;
  }
  .bar {
    position: relative;
    height: 8px;
    border-bottom: 1px solid var(--line);
  }
  .bar i {
    position: absolute;
    inset: 0 auto 0 0;
    min-width: 1px;
    background: var(--pos-3);
  }
  .share {
    width: 64px;
    color: var(--muted);
    text-align: end;
    white-space: nowrap;
  }
  .linked th {
    box-shadow: inset 2px 0 0 var(--ink);
  }
  .first th,
  .first .share {
    color: var(--ink);
    font-weight: 600;
  }
`;
