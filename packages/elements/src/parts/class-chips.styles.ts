/** Classes in a row that wraps. */
import { css } from 'lit';

export const chipStyles = css`
  .class-chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .class-chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-width: 44px;
    min-height: 32px;
    padding: 0 10px;
    border: 0;
    border-radius: 4px;
    background: var(--wash);
    font-size: 13px;
  }
  .class-chip:hover {
    box-shadow: 0 0 0 1px var(--outline);
  }
  .class-chip[aria-pressed='true'] {
    box-shadow: 0 0 0 2px var(--ink);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .class-chip[aria-pressed='true'] {
      outline: 2px solid;
    }
  }
`;
