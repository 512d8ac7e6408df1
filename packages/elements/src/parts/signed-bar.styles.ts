/** Bars of signed numbers in the colours of their sign, and of classes in the colour of the class. */
import { css, unsafeCSS } from 'lit';

const classes = Array.from(
  { length: 10 },
  (_, index) => `.class-${index} { --of-class: var(--class-${index}); }`,
).join('\n');

export const signedBarStyles = css`
  ${unsafeCSS(classes)}
  .dot {
    flex: none;
    display: inline-block;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--of-class);
  }
  .bar {
    display: block;
    width: 100%;
    height: 8px;
    overflow: visible;
  }
  .bar .zero {
    fill: none;
    stroke: var(--outline);
    vector-effect: non-scaling-stroke;
  }
  .bar .adds {
    fill: var(--pos-3);
  }
  .bar .takes {
    fill: var(--neg-3);
  }
  .bar .of-class {
    fill: var(--of-class, var(--pos-3));
  }
  /* System colours replace the page's: the side of the zero still tells the sign. */
  @media (forced-colors: active) {
    .bar rect {
      fill: CanvasText;
    }
    .dot {
      forced-color-adjust: none;
    }
  }
`;
