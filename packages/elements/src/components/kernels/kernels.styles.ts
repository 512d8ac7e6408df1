/** Pictures of weights on paper. */
import { css } from 'lit';

export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
    margin-bottom: 8px;
  }
  .head .legend {
    margin-inline-start: auto;
  }
  .readout {
    margin-top: 8px;
  }
  .grid {
    position: relative;
    width: fit-content;
    max-width: 100%;
    cursor: crosshair;
    touch-action: manipulation;
  }
`;
