/** The camera in all its states, each with what to do next. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { toggle } from '../../parts/settings.js';
import type { CameraState } from './camera.js';
import type { ImageSourceMessages } from './image-source.messages.js';

export interface CameraActs {
  readonly start: () => void;
  readonly stop: () => void;
  readonly still: () => void;
  readonly setLive: (isLive: boolean) => void;
}

/** What is open, and in words whether the camera is on: not everybody sees its light. */
export const cameraPanel = (
  state: CameraState,
  isLive: boolean,
  words: ImageSourceMessages,
  acts: CameraActs,
): TemplateResult =>
  html`${content(state, isLive, words, acts)}
    <span class="visually-hidden" aria-live="polite"
      >${state.phase === 'on' ? words.cameraOn : words.cameraOff}</span
    >`;

function content(
  state: CameraState,
  isLive: boolean,
  words: ImageSourceMessages,
  acts: CameraActs,
): TemplateResult {
  const button = (text: string, part: string, act: () => void, isPrimary = false): TemplateResult =>
    html`<button type="button" class="button ${isPrimary ? 'primary' : ''}" part=${part} @click=${act}>
      ${text}
    </button>`;
  switch (state.phase) {
    case 'off':
      return html`<p>${button(words.startCamera, 'camera-start', acts.start)}</p>
        <p class="note">${words.cameraHint}</p>`;
    case 'asking':
      return html`<p class="note" role="status">${words.asking}</p>
        <p>${button(words.cancel, 'camera-stop', acts.stop)}</p>`;
    case 'failed':
      return html`<p class="problem" role="alert">${words.cameraProblems[state.problem](state.reason)}</p>
        <p>${button(words.tryAgain, 'camera-start', acts.start)}</p>`;
    case 'on':
      // Set anew at every render, as objects are without `live`, a video would begin anew each time.
      return html`<video
          part="video"
          aria-label=${words.camera}
          autoplay
          playsinline
          .muted=${true}
          .srcObject=${live(state.stream)}
        ></video>
        <div class="acts">
          ${button(words.still, 'still', acts.still, true)} ${toggle(words.live, isLive, acts.setLive)}
          ${button(words.stopCamera, 'camera-stop', acts.stop)}
        </div>`;
  }
}
