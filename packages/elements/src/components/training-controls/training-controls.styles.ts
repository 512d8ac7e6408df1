/** One black button, two small ones, a quiet line. */
import { css } from 'lit';

export const styles = css`
  .row {
    display: flex;
    gap: 8px;
  }
  .primary {
    flex: 1;
    min-width: 0;
  }
  .settings {
    margin: 8px 0 4px;
  }
  .slow {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .slow input {
    flex: 1 1 120px;
    min-width: 0;
    accent-color: var(--ink);
  }
  .status {
    min-height: 32px;
    margin: 8px 0 0;
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
  }
`;
