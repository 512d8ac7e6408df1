/** The sizes of an element and of parts of it, heard of when they change; all left alone while it is disconnected. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export class SizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #observed = new Map<string, Element>();
  readonly #sizes = new Map<string, Size>();
  #observer: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  of(name: string): Size | undefined {
    return this.#sizes.get(name);
  }

  /** Watches an element under a name, instead of the one that had it; null watches none. */
  observe(name: string, element: Element | null): void {
    const before = this.#observed.get(name);
    if (before === (element ?? undefined)) return;
    if (before) this.#observer?.unobserve(before);
    if (!element) {
      this.#observed.delete(name);
      this.#sizes.delete(name);
      return;
    }
    this.#observed.set(name, element);
    this.#observer?.observe(element);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries) {
        for (const [name, element] of this.#observed) {
          if (element === target) this.#set(name, contentRect);
        }
      }
    });
    for (const element of this.#observed.values()) this.#observer.observe(element);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  #set(name: string, { width, height }: Size): void {
    const before = this.#sizes.get(name);
    if (before && Math.abs(before.width - width) < 1 && Math.abs(before.height - height) < 1) return;
    this.#sizes.set(name, { width: Math.floor(width), height: Math.ceil(height) });
    this.#host.requestUpdate();
  }
}
