/** Settings, the formula, four numbers in a row, three pieces of code. */
import { css } from 'lit';

export const styles = css`
  /* Code, products and minus signs run from left to right on every page. */
  pre,
  .num {
    direction: ltr;
    unicode-bidi: isolate;
  }
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
  .chain {
    margin-top: 20px;
  }
  .chain p {
    margin: 0 0 8px;
  }
  .chain ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .layer {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 20px;
    align-items: end;
  }
  .chain li {
    padding-bottom: 12px;
    margin-bottom: 12px;
    border-bottom: 1px solid var(--line);
  }
  .makes {
    flex: 1 1 160px;
    padding-bottom: 10px;
    min-width: 0;
  }
  .copying {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .codes .copying {
    margin: 8px 0 0;
  }
  .bad-state {
    margin-bottom: 12px;
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
