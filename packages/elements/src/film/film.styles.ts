/** The strip: where the kept moments lie, the handle, what one can do with a moment. */
import { css } from 'lit';

export const filmStyles = css`
  .film {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-top: 12px;
  }
  .film .track {
    flex: 1 1 100%;
    min-width: 160px;
  }
  .film svg {
    display: block;
    width: calc(100% - 16px);
    height: 6px;
    margin-inline: 8px;
  }
  .film svg path {
    stroke: var(--outline);
    vector-effect: non-scaling-stroke;
  }
  .film svg .here {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .film input {
    width: 100%;
    margin: 0;
    min-height: 24px;
    accent-color: var(--ink);
  }
  .film .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-inline-start: auto;
  }
  .film .button[aria-pressed='true'] {
    border-color: var(--ink);
  }
  .side-by-side {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 32px;
  }
`;
