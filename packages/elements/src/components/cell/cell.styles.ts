/** The way back is dashed; the batch is a row, a step a column of sums. */
import { css } from 'lit';

export const styles = css`
  .note {
    margin-top: 12px;
  }
  .level.gradient::before {
    background: none;
    border-inline-start: 1px dashed var(--grad-pos-text);
  }
  .gradient-text-pos {
    color: var(--grad-pos-text);
  }
  .gradient-text-neg {
    color: var(--grad-neg-text);
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
    align-items: flex-start;
    margin: 8px 0;
  }
  .figures figure {
    margin: 0;
  }
  .figures figcaption {
    max-width: 180px;
    margin-top: 6px;
  }
  .map {
    width: 168px;
  }
  .facts {
    display: grid;
    grid-template-columns: max-content max-content minmax(0, 1fr);
    gap: 4px 16px;
    margin: 8px 0 0;
    font-size: 13px;
  }
  .facts dt {
    color: var(--muted);
  }
  .facts dd {
    margin: 0;
    text-align: end;
  }
  .facts .how {
    color: var(--muted);
    text-align: start;
    overflow-wrap: anywhere;
  }
  .batch {
    max-height: 196px;
    overflow: auto;
  }
  .narrow .facts {
    grid-template-columns: max-content minmax(0, 1fr);
  }
  .narrow .facts .how {
    grid-column: 1 / -1;
    margin-bottom: 8px;
  }
`;
