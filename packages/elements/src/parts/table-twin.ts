/** The same numbers as a table: a button that appears on focus opens it, and so does the attribute `table`. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CommonMessages } from '../messages/common.js';

export interface TableData {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first entry of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

/** @param makeTable Called only where the table is shown: a picture that changes every frame does not rebuild it unseen. */
export function tableTwin(
  makeTable: () => TableData,
  isShown: boolean,
  words: CommonMessages,
  toggle: () => void,
): TemplateResult {
  const label = isShown ? words.hideTable : words.showTable;
  return html`<button
      type="button"
      class="text-button twin-button"
      part="table-button"
      aria-expanded=${isShown}
      @click=${toggle}
    >
      ${label}
    </button>
    ${isShown ? twin(makeTable()) : nothing}`;
}

// A region that scrolls must be reachable by keyboard.
const twin = (data: TableData): TemplateResult =>
  html`<div class="twin" part="table" tabindex="0" role="region" aria-label=${data.caption}>
    ${table(data)}
  </div>`;

export const table = ({ caption, head, rows }: TableData): TemplateResult =>
  html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, ...cells]) =>
          html`<tr>
            <th scope="row">${name}</th>
            ${cells.map((cell) => html`<td class="num">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
