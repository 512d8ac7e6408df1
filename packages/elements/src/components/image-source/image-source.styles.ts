/** Tabs in a row; what is open, and beside it, or below where it is narrow, the picture that was taken. */
import { css } from 'lit';

export const styles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .tabs [aria-selected='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--page);
  }
  .columns {
    display: flex;
    flex-wrap: wrap;
    gap: 24px 40px;
    margin-top: 16px;
  }
  .panels {
    flex: 1 1 280px;
    min-width: min(100%, 224px);
    max-width: 400px;
  }
  .result {
    flex: 2 1 280px;
    min-width: 0;
  }
  .panel > p,
  .drop > p {
    margin: 0 0 12px;
  }
  .panel > .note,
  .drop > .note {
    margin-bottom: 4px;
  }
  .picture {
    width: 100%;
    height: 100%;
    object-fit: contain;
    background: var(--wash);
    image-rendering: pixelated;
  }
  .picture.large {
    width: 192px;
    height: 192px;
    margin-bottom: 12px;
  }
  .readout {
    overflow-wrap: anywhere;
  }
  .samples {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .thumb {
    width: 64px;
    height: 64px;
    padding: 0;
    border: 0;
    background: none;
    box-shadow: 0 0 0 1px var(--outline);
  }
  .thumb:hover {
    box-shadow: 0 0 0 1px var(--ink);
  }
  .thumb[aria-pressed='true'] {
    box-shadow: 0 0 0 3px var(--ink);
  }
  .thumb canvas {
    pointer-events: none;
  }
  cnn-draw-pad:not(.with-switch)::part(seen) {
    display: none;
  }
  .drop {
    padding: 16px;
    border: 1px dashed var(--outline);
    border-radius: 4px;
  }
  video {
    display: block;
    width: 100%;
    max-width: 320px;
    aspect-ratio: 4 / 3;
    background: var(--wash);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-top: 12px;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 36px;
    margin: 0 0 12px;
    padding: 0;
    list-style: none;
  }
  .steps li {
    position: relative;
    display: grid;
    align-content: start;
    width: 112px;
  }
  /* Behind what leads on, so that it stays in the picture where the row is broken. */
  .steps li:not(:last-child)::after {
    content: '→' / '';
    position: absolute;
    inset-block-start: 46px;
    inset-inline-end: -28px;
    width: 20px;
    color: var(--muted);
    text-align: center;
  }
  .steps li:not(:last-child):dir(rtl)::after {
    content: '←' / '';
  }
  .frame {
    position: relative;
    width: 112px;
    height: 112px;
    margin-bottom: 4px;
  }
  /* Seen on light and on dark pictures alike. */
  .crop {
    position: absolute;
    outline: 1px solid var(--page);
    box-shadow: inset 0 0 0 1px var(--ink);
    pointer-events: none;
  }
  .settings {
    margin: 0 0 12px;
  }
  .refusal {
    max-width: 60ch;
    margin-top: 12px;
    overflow-wrap: anywhere;
  }
  .problem {
    max-width: 60ch;
    color: var(--ink);
  }
  [part='base'] > .note {
    max-width: 75ch;
    margin-top: 8px;
  }
  .over {
    position: absolute;
    inset: -4px;
    z-index: 1;
    display: grid;
    place-items: center;
    margin: 0;
    border: 2px dashed var(--ink);
    border-radius: 4px;
    background: var(--page);
    opacity: 0.92;
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .tabs [aria-selected='true'],
    .thumb[aria-pressed='true'] {
      outline: 3px solid;
    }
    .thumb {
      border: 1px solid;
    }
    .crop {
      outline-color: CanvasText;
    }
  }
`;
