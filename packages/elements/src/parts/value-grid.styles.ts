/** Grids of cells, what is marked in them, and those that can be pointed at. */
import { css } from 'lit';

export const valueGridStyles = css`
  .grid {
    position: relative;
    touch-action: pan-y;
  }
  .pick {
    width: fit-content;
    cursor: crosshair;
  }
  .mark,
  .padding {
    position: absolute;
    pointer-events: none;
  }
  .mark {
    box-shadow:
      0 0 0 1px var(--page),
      0 0 0 3px var(--ink);
  }
  .padding {
    background: repeating-linear-gradient(45deg, transparent 0 3px, var(--outline) 3px 4px);
    opacity: 0.45;
  }
`;
