/** Who watches what: at most one value a tap on its way, newer ones replace older ones, and a limit for all together. */
import type { TapRequest, TapValue } from '@convlens/types';
import { tapBudget } from '../errors.js';

/** 32 MiB for one moment of all taps. */
export const tapLimit = 32 * 2 ** 20;

interface Tap {
  readonly request: TapRequest;
  readonly byteLength: number;
  /** Sent, and not yet taken. */
  isOnItsWay: boolean;
  newest: TapValue | undefined;
  lastStep: number;
}

export class Taps {
  readonly #taps = new Map<number, Tap>();
  readonly #send: (tap: number, value: TapValue) => void;
  readonly #limit: number;

  constructor(send: (tap: number, value: TapValue) => void, limit = tapLimit) {
    this.#send = send;
    this.#limit = limit;
  }

  /** @throws LiveError `TAP_BUDGET` */
  add(id: number, request: TapRequest, byteLength: number): void {
    const used = [...this.#taps.values()].reduce((sum, tap) => sum + tap.byteLength, 0);
    if (used + byteLength > this.#limit) throw tapBudget(request.path, byteLength, used, this.#limit);
    this.#taps.set(id, { request, byteLength, isOnItsWay: false, newest: undefined, lastStep: -Infinity });
  }

  remove(id: number): void {
    this.#taps.delete(id);
  }

  /** Paths that a probe of the current input must answer. */
  get inputPaths(): readonly string[] {
    return [
      ...new Set(
        [...this.#taps.values()]
          .filter(({ request }) => isOfInput(request))
          .map(({ request }) => request.path),
      ),
    ];
  }

  /** Offers a value to every tap of its path on the current input; `force` also to those that wait for a later step. */
  offer(value: TapValue, force: boolean): void {
    for (const [id, tap] of this.#taps) {
      if (tap.request.path !== value.path || !isOfInput(tap.request)) continue;
      if (!force && value.step < tap.lastStep + (tap.request.every ?? 1)) continue;
      this.give(id, value);
    }
  }

  give(id: number, value: TapValue): void {
    const tap = this.#taps.get(id);
    if (!tap) return;
    tap.lastStep = value.step;
    if (tap.isOnItsWay) {
      tap.newest = value;
      return;
    }
    tap.isOnItsWay = true;
    this.#send(id, copyOf(value));
  }

  /** The page has it: the next may follow. */
  taken(id: number): void {
    const tap = this.#taps.get(id);
    if (!tap) return;
    tap.isOnItsWay = false;
    const { newest } = tap;
    tap.newest = undefined;
    if (newest) this.give(id, newest);
  }
}

/** Gradients and the optimizer's memory of a weight (`conv1/filter/firstMoment`) are of a training step, whatever is asked for. */
export const isOfInput = ({ path, of }: TapRequest): boolean =>
  of !== 'batch' && !path.endsWith('/gradient') && path.split('/').length < 3;

/** What is sent is transferred, and several taps may share one value. */
const copyOf = (value: TapValue): TapValue => ({ ...value, data: value.data.slice() });
