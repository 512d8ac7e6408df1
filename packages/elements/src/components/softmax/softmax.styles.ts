/** Three columns of numbers above their bars, on one grid of rows. */
import { css } from 'lit';

export const styles = css`
  [part='base'] {
    max-width: 720px;
  }
  .settings {
    align-items: center;
    margin: 0 0 16px;
  }
  .temperature {
    display: grid;
    flex: 1 1 240px;
    grid-template-columns: 1fr auto;
    gap: 0 12px;
  }
  .temperature input {
    grid-column: 1 / -1;
    width: 100%;
    height: 32px;
    margin: 0;
    accent-color: var(--ink);
  }
  .steps {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .steps th,
  .steps td {
    padding: 4px 0 6px;
    font-weight: 400;
    text-align: start;
    vertical-align: bottom;
  }
  .steps td,
  .steps thead th {
    padding-inline-start: 16px;
  }
  .steps thead th:first-child {
    width: 64px;
    padding-inline-start: 0;
  }
  .steps thead b,
  .steps thead span {
    display: block;
  }
  .steps tbody tr {
    position: relative;
    height: 36px;
  }
  .steps tbody tr:hover {
    background: var(--wash);
  }
  .steps .num {
    font-size: 13px;
    line-height: 16px;
  }
  .steps td .num {
    display: block;
    margin-bottom: 2px;
    overflow: hidden;
    text-align: end;
    white-space: nowrap;
  }
  .name {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
    max-width: 100%;
    padding: 0 4px;
    border: 0;
    background: none;
    position: static;
    overflow: hidden;
    white-space: nowrap;
  }
  /* The whole row is the target. */
  .name::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .chosen {
    background: var(--wash);
  }
  .chosen .name,
  .chosen .num {
    font-weight: 600;
  }
  .steps tfoot th,
  .steps tfoot td {
    padding-top: 8px;
    border-top: 1px solid var(--outline);
  }
  .equation {
    margin: 16px 0 0;
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .note {
    margin-top: 8px;
    max-width: 64ch;
  }
  .note:first-child {
    margin-top: 0;
  }
`;
