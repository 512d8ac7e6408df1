/** A table that scrolls inside; the names of the layers stay in sight. */
import { css } from 'lit';

export const styles = css`
  .frame {
    max-width: 100%;
    overflow: auto;
  }
  table {
    border-collapse: collapse;
    font-size: 13px;
    line-height: 20px;
  }
  caption {
    padding-bottom: 8px;
    color: var(--muted);
    text-align: start;
  }
  th,
  td {
    height: 36px;
    padding-block: 4px;
    padding-inline: 0 20px;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  thead th {
    height: auto;
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
    vertical-align: bottom;
  }
  thead th,
  tfoot th,
  tfoot td {
    border-bottom-color: var(--outline);
  }
  tfoot th,
  tfoot td {
    border-bottom: 0;
    font-weight: 600;
  }
  tbody tr:last-child > * {
    border-bottom-color: var(--outline);
  }
  .end {
    text-align: end;
  }
  /* The name stays while the rest scrolls past below it. */
  tr > :first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    padding-inline-start: 12px;
    background: var(--page);
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover > *,
  tbody tr.selected > * {
    background: var(--wash);
  }
  /* A border, not a background: it is drawn in forced colours too. */
  .selected > :first-child::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-inline-start: 3px solid var(--ink);
  }
  .name {
    min-width: 44px;
    min-height: 32px;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    text-align: start;
  }
  .share {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .share svg {
    width: 72px;
    height: 8px;
    background: var(--line);
  }
  .share rect {
    fill: var(--ink);
  }
  .share .num {
    min-width: 56px;
  }
  .readout {
    margin-top: 8px;
  }
  .problem {
    margin-top: 4px;
  }
  @media (pointer: coarse) {
    tbody th,
    tbody td {
      height: 44px;
    }
  }
  @media (forced-colors: active) {
    .share svg {
      border: 1px solid CanvasText;
    }
    .share rect {
      fill: CanvasText;
    }
  }
`;
