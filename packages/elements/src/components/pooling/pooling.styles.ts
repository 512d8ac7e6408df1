/** Settings above, five columns side by side, two or three where it is narrow, the sums of the chosen cell below. */
import { css } from 'lit';

export const styles = css`
  .settings {
    margin-top: 0;
  }
  .pad {
    display: inline-flex;
    gap: 4px;
  }
  .columns {
    display: grid;
    gap: 32px 20px;
    margin-top: 24px;
  }
  .columns.of-5 {
    grid-template-columns: repeat(5, minmax(0, 1fr));
  }
  .columns.of-3 {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .columns.of-2 {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .column p {
    margin: 0 0 4px;
  }
  .column {
    min-width: 0;
  }
  .title {
    margin: 0;
    font: 600 14px/20px var(--words);
  }
  /* The longest takes two lines in a narrow column: the maps below stand in line. */
  .column .does {
    min-height: 32px;
    margin-bottom: 8px;
  }
  .pick {
    width: fit-content;
    cursor: crosshair;
    touch-action: pan-y;
  }
  .pick.gradient {
    outline: 2px dashed var(--grad-pos-text);
    outline-offset: 1px;
  }
  .column .legend {
    margin-top: 6px;
  }
  .column .flow {
    margin-top: 12px;
  }
  .column .backward {
    margin-top: 34px;
  }
  .legend .gradient {
    background: linear-gradient(
      in oklab to right,
      var(--grad-neg-5),
      var(--grad-neg-4),
      var(--grad-neg-3),
      var(--grad-neg-2),
      var(--grad-neg-1),
      var(--page),
      var(--grad-pos-1),
      var(--grad-pos-2),
      var(--grad-pos-3),
      var(--grad-pos-4),
      var(--grad-pos-5)
    );
  }
  .figures {
    display: grid;
    gap: 4px;
    margin: 16px 0 0;
  }
  .figures div {
    display: grid;
    grid-template-columns: minmax(88px, max-content) minmax(0, 1fr);
    align-items: baseline;
    column-gap: 8px;
  }
  .tight .figures div {
    grid-template-columns: minmax(0, 1fr);
  }
  .figures .detail {
    display: block;
  }
  .figures dd,
  .sums dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .kernel {
    margin-top: 16px;
  }
  .fields {
    display: grid;
    gap: 2px;
    width: fit-content;
  }
  .fields.of-2 {
    grid-template-columns: repeat(2, 56px);
  }
  .fields.of-3 {
    grid-template-columns: repeat(3, 44px);
  }
  .fields.of-4 {
    grid-template-columns: repeat(4, 33px);
  }
  .fields input {
    appearance: none;
    min-width: 0;
    height: 36px;
    margin: 0;
    padding: 0;
    border: 1px solid var(--outline);
    border-radius: 0;
    background: var(--page);
    color: inherit;
    font-size: 12px;
    text-align: center;
    cursor: ns-resize;
    touch-action: none;
  }
  .fields input:focus {
    position: relative;
    cursor: text;
  }
  .fields input[aria-invalid='true'] {
    box-shadow: inset 0 0 0 2px var(--grad-pos-text);
  }
  .readout {
    margin-top: 24px;
  }
  .readout ~ p {
    margin: 4px 0 0;
  }
  .title.chosen {
    margin-top: 24px;
  }
  .sums {
    display: grid;
    gap: 4px;
    margin: 8px 0 0;
    font-size: 13px;
    line-height: 20px;
  }
  .sums div {
    display: grid;
    grid-template-columns: 144px minmax(0, 1fr);
    gap: 0 12px;
  }
  .sums dd span {
    white-space: nowrap;
  }
  /* Colours that are data stay where the system forces its own on everything else. */
  .probe,
  .legend i {
    forced-color-adjust: none;
  }
  .illegal {
    max-width: 60ch;
  }
  .illegal .button {
    margin-top: 12px;
  }
  .narrow .formula {
    margin-inline-start: 0;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .narrow .sums div {
    grid-template-columns: minmax(0, 1fr);
  }
`;
