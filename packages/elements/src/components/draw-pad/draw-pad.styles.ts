/** A pad of 224 px, the row of digits below it, and the picture that the network sees. */
import { css } from 'lit';

export const drawPadStyles = css`
  :host {
    width: 224px;
    max-width: 100%;
  }
  .pad {
    position: relative;
    aspect-ratio: 1;
    box-shadow: 0 0 0 1px var(--outline);
    cursor: crosshair;
    /* Inside the pad a finger draws; everywhere else it scrolls. */
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  .pad canvas {
    width: 100%;
    height: 100%;
  }
  .hint {
    position: absolute;
    inset: auto 0 12px;
    color: var(--muted);
    text-align: center;
    pointer-events: none;
  }
  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }
  .row .buttons {
    display: flex;
    gap: 16px;
  }
  .under {
    margin-top: 4px;
    min-height: 28px;
  }
  .samples {
    display: flex;
    gap: 4px;
    margin-top: 4px;
  }
  .thumb {
    flex: 0 1 28px;
    width: 28px;
    height: 28px;
    padding: 0;
    border: 0;
    background: none;
    box-shadow: 0 0 0 1px var(--line);
  }
  .thumb:hover {
    box-shadow: 0 0 0 1px var(--outline);
  }
  .thumb[aria-pressed='true'] {
    box-shadow: 0 0 0 2px var(--ink);
  }
  .thumb canvas {
    width: 28px;
    height: 28px;
    pointer-events: none;
  }
  .seen {
    display: flex;
    align-items: center;
    gap: 12px;
    margin-top: 12px;
  }
  .seen canvas {
    flex: none;
    width: 56px;
    height: 56px;
  }
  .switch {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
    cursor: pointer;
  }
  .switch input {
    width: 14px;
    height: 14px;
    margin: 0;
    accent-color: var(--ink);
  }
  @media (pointer: coarse) {
    .samples {
      gap: 8px 16px;
      flex-wrap: wrap;
    }
    .switch {
      min-height: 44px;
    }
  }
`;
