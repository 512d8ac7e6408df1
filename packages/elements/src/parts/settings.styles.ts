/** Settings in a row, and the formula that stands at its end. */
import { css } from 'lit';

export const settingsStyles = css`
  .settings {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 20px;
    align-items: end;
    margin-top: 16px;
  }
  .setting {
    display: grid;
    gap: 4px;
  }
  .stepper {
    display: inline-flex;
    align-items: center;
    height: 36px;
    border: 1px solid var(--outline);
    border-radius: 4px;
  }
  .stepper button {
    width: 34px;
    height: 34px;
    padding: 0;
    border: 0;
    background: none;
  }
  .stepper button:disabled {
    color: var(--outline);
    cursor: default;
  }
  .stepper output {
    min-width: 20px;
    text-align: center;
  }
  select {
    height: 36px;
    padding: 0 8px;
    border: 1px solid var(--outline);
    border-radius: 4px;
    background: var(--page);
    color: inherit;
    font: inherit;
  }
  select:disabled {
    border-color: var(--line);
    color: var(--muted);
  }
  .toggle {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
  }
  .toggle input {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--ink);
  }
  .formula {
    display: grid;
    margin: 0;
    margin-inline-start: auto;
    font-size: 13px;
    text-align: end;
  }
`;
