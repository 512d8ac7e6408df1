/** One grid for terms, rest, bias and sum, so that their numbers stand below each other; two lines a term where it is narrow. */
import { css } from 'lit';

export const termStyles = css`
  .sum-list {
    max-width: 640px;
  }
  .terms {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .term {
    display: grid;
    grid-template-columns: minmax(144px, 1.2fr) minmax(136px, 1fr) minmax(80px, 1.4fr) 72px;
    align-items: center;
    gap: 0 12px;
    width: 100%;
    min-height: 32px;
    margin: 0;
    padding: 2px 8px;
    border: 0;
    background: none;
    text-align: start;
  }
  button.term:hover {
    background: var(--wash);
  }
  button.term[aria-pressed='true'] {
    background: var(--wash);
    box-shadow: inset 2px 0 0 var(--ink);
  }
  .term .amount {
    grid-column: -2;
    text-align: end;
  }
  .term .num {
    font-size: 13px;
  }
  .factors {
    white-space: nowrap;
  }
  .rest,
  .bias {
    color: var(--muted);
  }
  .total {
    border-top: 1px solid var(--outline);
    font-weight: 600;
  }
  .total .legend {
    font-weight: 400;
  }
  .narrow .term {
    grid-template-columns: minmax(0, 1fr) 96px 76px;
    gap: 0 8px;
    padding: 4px;
  }
  .narrow button.term .factors {
    grid-row: 2;
    grid-column: 1;
    font-size: 12px;
  }
  .narrow li.term .factors {
    display: none;
  }
  .narrow li.term .of-term,
  .narrow .total .factors {
    grid-column: 2;
  }
  .narrow button.term .of-term,
  .narrow button.term .amount {
    grid-row: 1 / span 2;
  }
  @media (forced-colors: active) {
    button.term[aria-pressed='true'] {
      outline: 2px solid;
    }
  }
`;
