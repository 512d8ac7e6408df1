/** The element as a template: how to look above, the windows in a row, the marked pixel in words. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { choice } from '../../parts/settings.js';
import { isSameMix, lights, storedMix } from './mixing.js';
import type { PanelName } from './panel.js';
import type { Sight } from './sight.js';
import { channelName, panelTitle, readings, seenText, sizeText, summaryText } from './texts.js';

export const pixelsView = (sight: Sight): TemplateResult =>
  html`${notes(sight)} ${looking(sight)}
    <div class="windows">${sight.panels.map((panel, index) => windowOf(sight, panel, index))}</div>
    ${readout(sight)}`;

function notes({ notes: texts, pixels, words, numbers }: Sight): TemplateResult {
  const { missing } = pixels;
  return html`${texts.map((text) => html`<p class="note small">${text}</p>`)}
  ${
    missing > 0
      ? html`<p class="note small">
          <i class="swatch"></i>${words.missing(numbers.integer(missing), missing === 1)}
        </p>`
      : nothing
  }`;
}

function looking(sight: Sight): TemplateResult {
  const { viewport, pixels, format, words, numbers } = sight;
  const seen = seenText(viewport, pixels, words, numbers);
  const isMost = viewport.cell >= viewport.most;
  return html`<div class="looking">
    <canvas
      class="map framed"
      part="map"
      role="img"
      aria-label=${words.map(seen)}
      @pointerdown=${sight.onMap}
      @pointermove=${sight.onMap}
    ></canvas>
    <div class="buttons" part="controls">
      <button
        type="button"
        class="button icon"
        aria-label=${words.further}
        title=${words.further}
        ?disabled=${viewport.isWhole}
        @click=${() => sight.closer(-1)}
      >
        −
      </button>
      <button
        type="button"
        class="button icon"
        aria-label=${words.closer}
        title=${words.closer}
        ?disabled=${isMost}
        @click=${() => sight.closer(1)}
      >
        +
      </button>
      <button type="button" class="button" ?disabled=${viewport.isWhole} @click=${() => sight.showWhole()}>
        ${words.whole}
      </button>
      <button
        type="button"
        class="button"
        ?disabled=${viewport.isReadable}
        @click=${() => sight.showNumbers()}
      >
        ${words.numbers}
      </button>
    </div>
    ${choice(words.format, format, words.formats, false, (chosen) => sight.setFormat(chosen))}
    <p class="seen small muted" part="seen" aria-live=${sight.isMoving ? 'off' : sight.live}>${seen}</p>
    ${pixels.channels > 1 ? storedButton(sight) : nothing}
  </div>`;
}

/** Always there, so that nothing jumps when there is something to take back. */
function storedButton({ words, pixels, mix, remix }: Sight): TemplateResult {
  const stored = storedMix(pixels.channels);
  return html`<button
    type="button"
    class="text-button stored"
    ?disabled=${isSameMix(mix, stored)}
    @click=${() => remix(stored)}
  >
    ${words.asStored}
  </button>`;
}

function windowOf(sight: Sight, panel: PanelName, index: number): TemplateResult {
  const { words, numbers, pixels, mix, format, gestures } = sight;
  const title = panelTitle(panel, words);
  const channel = pixels.channels === 1 ? 0 : panel === 'picture' ? undefined : mix.feeds[panel];
  const isMuted = panel !== 'picture' && mix.muted[panel] === true;
  const summary =
    channel === undefined
      ? panel === 'picture'
        ? ''
        : words.none
      : summaryText(sight.summaryOf(channel), pixels.limit, format, words, numbers);
  const what = [summary, ...(isMuted ? [words.muted] : [])].filter((text) => text !== '').join(', ');
  const sentence = words.sentence(title, sizeText(pixels, words, numbers), what);
  return html`<div class="panel">
    ${index > 0 ? html`<span class="sign" aria-hidden="true">${index === 1 ? '=' : '+'}</span>` : nothing}
    <p class="title">
      <b>${title}</b>${isMuted ? html` <span class="small muted">${words.muted}</span>` : nothing}
    </p>
    <div
      class="window"
      part="window"
      role="application"
      tabindex="0"
      data-panel=${index}
      aria-label="${title}. ${words.keys}"
      @keydown=${(event: KeyboardEvent) => sight.onKey(event, panel)}
      @focus=${() => sight.onFocus(panel)}
      @pointerdown=${gestures.down}
      @pointermove=${gestures.move}
      @pointerup=${gestures.up}
      @pointercancel=${gestures.up}
      @wheel=${gestures.wheel}
    >
      <canvas class="num" role="img" aria-label=${sentence}></canvas>
    </div>
    <p class="under small muted">
      ${channel === undefined ? nothing : scale(sight, panel)}
      <span
        >${panel === 'picture' && channel === undefined ? sizeText(pixels, words, numbers) : summary}</span
      >
    </p>
    ${panel === 'picture' ? nothing : controls(sight, panel)}
  </div>`;
}

const scale = ({ format, numbers }: Sight, panel: PanelName): TemplateResult =>
  html`<span class="legend" dir="ltr"
    ><span class="num">${numbers.integer(0)}</span
    ><i class=${panel === 'picture' ? 'pixel' : lights[panel]}></i
    ><span class="num">${numbers.integer(format === 'bytes' ? 255 : 1)}</span></span
  >`;

function controls({ pixels, mix, words, numbers, remix }: Sight, panel: 0 | 1 | 2): TemplateResult {
  const light = words.lights[lights[panel]];
  const feed = mix.feeds[panel];
  const put = <T>(list: readonly T[], value: T): readonly T[] =>
    list.map((old, at) => (at === panel ? value : old));
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    remix({ ...mix, feeds: put(mix.feeds, value === '' ? undefined : Number(value)) });
  };
  // A host may refuse a change: what the visitor has turned then turns back.
  return html`<div class="mixing">
    <label class="setting">
      <span class="small muted">${words.fedBy(light)}</span>
      <select @change=${choose}>
        ${Array.from(
          { length: pixels.channels },
          (_, channel) =>
            html`<option value=${channel} .selected=${live(channel === feed)}>
              ${channelName(channel, pixels, words, numbers)}
            </option>`,
        )}
        <option value="" .selected=${live(feed === undefined)}>${words.none}</option>
      </select>
    </label>
    <label class="toggle">
      <input
        type="checkbox"
        .checked=${live(mix.muted[panel] === true)}
        @change=${(event: Event) =>
          remix({ ...mix, muted: put(mix.muted, (event.target as HTMLInputElement).checked) })}
      />${words.mute(light)}
    </label>
  </div>`;
}

function readout({ cursor, pixels, mix, words, numbers, live: when }: Sight): TemplateResult {
  const read = cursor && readings(pixels, mix, cursor.cell, cursor.panel, words, numbers);
  return html`<p class="readout" part="readout" aria-live=${when}>
    ${
      read
        ? read.map(
            ({ name, place, value, isMuted }, index) =>
              html`${index > 0 ? '; ' : nothing}<span class="reading"
                  >${name} <span class="num">${place}</span>&ensp;<span class="num">${value}</span>${
                    isMuted ? html`, ${words.muted}` : nothing
                  }</span
                >`,
          )
        : words.hint
    }
  </p>`;
}
