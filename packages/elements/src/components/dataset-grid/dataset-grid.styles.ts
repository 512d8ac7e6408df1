/** A sheet of thumbnails; above it what is shown, and the way through its pages. */
import { css } from 'lit';

export const styles = css`
  .settings {
    margin: 0 0 12px;
    justify-content: space-between;
  }
  .pages {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .pages .range {
    min-width: 0;
    padding: 0 8px;
    text-align: center;
  }
  /* Arrows show the way through the pages, which runs the other way from right to left. */
  :host(:dir(rtl)) .pages svg {
    transform: scaleX(-1);
  }
  .sheet {
    position: relative;
    width: fit-content;
    max-width: 100%;
    overflow: hidden;
    padding: 3px;
    margin: -3px;
    cursor: pointer;
    touch-action: manipulation;
  }
  .sheet i {
    position: absolute;
    top: calc(var(--y) * 1px);
    left: calc(var(--x) * 1px);
    width: calc(var(--w) * 1px);
    height: calc(var(--h) * 1px);
    border: 1px solid var(--ink);
    pointer-events: none;
  }
  .sheet .chosen {
    border-width: 3px;
  }
  .readout {
    margin-top: 8px;
  }
  .problem {
    margin-top: 4px;
  }
  /* The colours of what a canvas draws are read here: forced ones would make all of them the same. */
  .probe {
    forced-color-adjust: none;
  }
`;
