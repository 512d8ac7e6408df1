/** Times the ways one after the other when asked, letting the page draw in between, and never for an element that has gone. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { medianTime } from './measure.js';
import type { WayName } from './ways.js';

/** Milliseconds of one run; undefined where the way has not been timed. */
export type Times = Readonly<Partial<Record<WayName, number>>>;

interface TimingJob {
  readonly way: WayName;
  readonly run: () => number;
}

export class Measuring implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #key = '';
  #times: Times = {};
  #isOn = false;
  #run = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Only what was measured for the same work. */
  timesOf(key: string): Times {
    return key === this.#key ? this.#times : {};
  }

  /** @param key Says what is measured: sizes, window, stride. */
  async start(key: string, jobs: readonly TimingJob[]): Promise<void> {
    const run = ++this.#run;
    this.#key = key;
    this.#times = {};
    this.#isOn = true;
    this.#host.requestUpdate();
    for (const { way, run: work } of jobs) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      // Another measurement has begun, or the element has gone.
      if (run !== this.#run) return;
      this.#times = { ...this.#times, [way]: medianTime(work, () => performance.now()) };
      this.#host.requestUpdate();
    }
    this.#isOn = false;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#run++;
    this.#isOn = false;
  }
}
