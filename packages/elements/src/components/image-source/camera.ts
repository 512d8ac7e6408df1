/** The visitor's camera: asked for when they want it, let go when they stop it or the element leaves the page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Ticker } from './ticker.js';

/** What is needed of `navigator.mediaDevices`. */
export type CameraAccess = Pick<MediaDevices, 'getUserMedia'>;

/** `unavailable`: the page is not one that may ask; `ended`: the camera has gone by itself. */
export type CameraProblem = 'unavailable' | 'refused' | 'none' | 'busy' | 'ended' | 'other';

export type CameraState =
  | { readonly phase: 'off' }
  | { readonly phase: 'asking' }
  | { readonly phase: 'on'; readonly stream: MediaStream }
  | { readonly phase: 'failed'; readonly problem: CameraProblem; readonly reason: string };

/** Of a phone the camera that looks away from its owner: it looks at what is to be shown. */
const wanted: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 640 }, height: { ideal: 480 } },
};

export class Camera implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ticker = new Ticker();
  #state: CameraState = { phase: 'off' };
  #turn = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get state(): CameraState {
    return this.#state;
  }

  get isLive(): boolean {
    return this.#ticker.isOn;
  }

  /** @param devices Undefined where the page may not ask for a camera. */
  async start(devices: CameraAccess | undefined): Promise<void> {
    this.stop();
    const turn = this.#turn;
    if (!devices) return this.#set({ phase: 'failed', problem: 'unavailable', reason: '' });
    this.#set({ phase: 'asking' });
    try {
      const stream = await devices.getUserMedia(wanted);
      // The visitor has changed their mind while the browser asked.
      if (turn !== this.#turn) return release(stream);
      for (const track of stream.getVideoTracks()) track.addEventListener('ended', () => this.#ended(stream));
      this.#set({ phase: 'on', stream });
    } catch (error) {
      if (turn === this.#turn) this.#set({ phase: 'failed', ...problemOf(error) });
    }
  }

  /** Lets go of the camera: its light goes out. */
  stop(): void {
    this.#turn += 1;
    this.#ticker.stop();
    if (this.#state.phase === 'on') release(this.#state.stream);
    this.#set({ phase: 'off' });
  }

  /** Does something with every picture, at most once a period, until the camera is stopped or `freeze` is called. */
  live(periodMs: number, job: () => Promise<void>): void {
    if (this.#state.phase !== 'on') return;
    this.#ticker.start(periodMs, job);
    this.#host.requestUpdate();
  }

  freeze(): void {
    this.#ticker.stop();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.stop();
  }

  #ended(stream: MediaStream): void {
    if (this.#state.phase !== 'on' || this.#state.stream !== stream) return;
    this.stop();
    this.#set({ phase: 'failed', problem: 'ended', reason: '' });
  }

  #set(state: CameraState): void {
    if (this.#state.phase === 'off' && state.phase === 'off') return;
    this.#state = state;
    this.#host.requestUpdate();
  }
}

/**
 * Whether a video has a picture to be read. At its very beginning it says that it has, and a browser that is asked for a bitmap of it
 * then (Chromium 156) never answers.
 */
export const isPlaying = (video: HTMLVideoElement): boolean =>
  video.readyState >= video.HAVE_CURRENT_DATA && video.currentTime > 0;

const release = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** By the names of the Media Capture specification, section 10.2. */
const problems: Readonly<Record<string, CameraProblem>> = {
  NotAllowedError: 'refused',
  NotFoundError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

function problemOf(error: unknown): { readonly problem: CameraProblem; readonly reason: string } {
  if (!(error instanceof Error)) return { problem: 'other', reason: String(error) };
  const problem = Object.hasOwn(problems, error.name) ? problems[error.name]! : 'other';
  return { problem, reason: error.message || error.name };
}
