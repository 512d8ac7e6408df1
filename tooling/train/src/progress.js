// Says how a run goes: one line that is rewritten in a terminal, a plain line now and then anywhere else.
import { duration, percent } from './format.js';

/** The line for a step. `recent` holds the means of loss and accuracy over the last steps. */
export function stepLine({ step, epoch, plannedSteps }, epochs, { imagesPerSecond, seconds }, recent) {
  const left = (seconds / step) * (plannedSteps - step);
  return [
    `epoch ${epoch}/${epochs}`,
    `step ${step}/${plannedSteps}`,
    `${Math.round(imagesPerSecond)} images/s`,
    `${duration(left)} left`,
    `loss ${recent.loss.toFixed(4)}`,
    `accuracy ${percent(recent.accuracy)}`,
  ].join(' · ');
}

export function epochLine({ epoch, loss, accuracy, validationLoss, validationAccuracy }, epochs) {
  const validation =
    validationAccuracy === undefined
      ? []
      : [
          `validation loss ${validationLoss.toFixed(4)}`,
          `validation accuracy ${percent(validationAccuracy)}`,
        ];
  return [
    `epoch ${epoch}/${epochs} done`,
    `loss ${loss.toFixed(4)}`,
    `accuracy ${percent(accuracy)}`,
    ...validation,
  ].join(' · ');
}

export class Progress {
  #stream;
  #epochs;
  #everyMs;
  #now;
  #shownAt = -Infinity;
  #loss;
  #accuracy;

  /** `stream` is standard error, or whatever has `write`, `isTTY` and `columns`. */
  constructor(stream, { epochs, now = () => performance.now() }) {
    this.#stream = stream;
    this.#epochs = epochs;
    this.#now = now;
    this.#everyMs = stream.isTTY ? 100 : 5000;
  }

  hear(event, clock) {
    if (event.type === 'epoch') return this.#line(epochLine(event, this.#epochs));
    // A running mean over about 50 steps: single batches jump about too much to be read.
    this.#loss = blend(this.#loss, event.loss);
    this.#accuracy = blend(this.#accuracy, event.accuracy);
    if (this.#now() - this.#shownAt < this.#everyMs) return;
    this.#shownAt = this.#now();
    const text = stepLine(event, this.#epochs, clock, { loss: this.#loss, accuracy: this.#accuracy });
    if (this.#stream.isTTY) this.#stream.write(`\r\x1b[2K${text.slice(0, (this.#stream.columns ?? 80) - 1)}`);
    else this.#line(text);
  }

  /** Leaves the terminal at the start of an empty line. */
  end() {
    if (this.#stream.isTTY) this.#stream.write('\r\x1b[2K');
  }

  #line(text) {
    this.end();
    this.#stream.write(`${text}\n`);
  }
}

const blend = (mean, value) => (mean === undefined ? value : mean + (value - mean) / 50);
