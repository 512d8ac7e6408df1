/** Settings, the formula, four numbers in a row, three pieces of code. */
import { css } from 'lit';

export const styles = css`
  .settings {
    margin-top: 0;
  }
  .formula {
    flex-basis: 100%;
    text-align: start;
  }
  .numbers-of {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 40px;
    margin: 24px 0 0;
  }
  .numbers-of dt {
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
  }
  .numbers-of dd {
    margin: 4px 0 0;
  }
  .numbers-of .large {
    display: block;
    font-size: 20px;
    line-height: 28px;
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
    gap: 16px;
    margin-top: 24px;
  }
  .codes p {
    margin: 0 0 4px;
  }
  pre {
    margin: 0;
    padding: 12px;
    border-radius: 4px;
    background: var(--wash);
    font-size: 13px;
    line-height: 20px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .illegal {
    max-width: 60ch;
    margin-top: 24px;
  }
  .illegal .button {
    margin-top: 12px;
  }
`;
