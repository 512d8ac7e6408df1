/** Below a picture that changes over a run: its moments to scrub through, one to hold beside another, the picture to keep. */
import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Numbers } from '../messages/numbers.js';
import type { FilmMessages } from './film.messages.js';
import type { FilmReel } from './film-reel.js';

export function filmStrip(
  reel: FilmReel,
  words: FilmMessages,
  numbers: Numbers,
  save: () => void,
): TemplateResult {
  const { moments, index, shown, held } = reel;
  const step = numbers.integer(shown?.step ?? 0);
  const place = reel.isFollowing ? words.now(step) : words.moment(step);
  const [first, last] = [moments[0]?.step ?? 0, moments.at(-1)?.step ?? 0];
  // Where each kept moment lies in the run.
  const ticks = moments.map((moment) => (last > first ? ((moment.step - first) / (last - first)) * 100 : 0));
  return html`<div class="film" part="film">
    <div class="track">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <path d=${ticks.map((x) => `M${x.toFixed(2)} 0V6`).join('')} />
        ${shown && last > first ? svg`<path class="here" d="M${(((shown.step - first) / (last - first)) * 100).toFixed(2)} 0V6" />` : ''}
      </svg>
      <input
        type="range"
        min="0"
        max=${Math.max(0, moments.length - 1)}
        step="1"
        aria-label=${words.film}
        aria-valuetext=${place}
        ?disabled=${moments.length < 2}
        .value=${live(String(index))}
        @input=${(event: Event) => reel.goTo((event.target as HTMLInputElement).valueAsNumber)}
      />
    </div>
    <span class="small num where" role="status">${place}</span>
    <span class="small muted">${words.moments(numbers.integer(moments.length))}</span>
    <span class="buttons">
      <button
        type="button"
        class="button"
        part="hold"
        aria-pressed=${held !== undefined}
        @click=${reel.toggleHeld}
      >
        ${held ? words.letGo(numbers.integer(held.step)) : words.hold}
      </button>
      <button type="button" class="button" part="save" @click=${save}>${words.save}</button>
    </span>
  </div>`;
}
