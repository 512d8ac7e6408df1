/** Mouse, finger and wheel on a window: one pointer points or drags, two pinch, the wheel with Ctrl comes closer. */
import { pinched } from './viewport.js';
import type { At, Viewport, View } from './viewport.js';

/** A finger that moves less has tapped. */
const tapPx = 4;
/** A mouse wheel tells of a hundred at once, a pinch on a touchpad of a few: the larger share is cut off. */
const wheelMost = 25;

export interface Gestured {
  /** As it is now, whatever has been drawn. */
  readonly viewport: () => Viewport | undefined;
  readonly show: (view: View) => void;
  /** A pointer is over this place, or has tapped on it. */
  readonly point: (window: HTMLElement, at: At) => void;
  /** A drag has begun or ended. */
  readonly moving: (isMoving: boolean) => void;
}

export class Gestures {
  readonly #on: Gestured;
  readonly #pointers = new Map<number, At>();
  #window: HTMLElement | undefined;
  #from: At | undefined;
  #isDragging = false;

  constructor(on: Gestured) {
    this.#on = on;
  }

  readonly down = (event: PointerEvent): void => {
    const window = event.currentTarget as HTMLElement;
    if (event.button !== 0 || (this.#pointers.size > 0 && window !== this.#window)) return;
    const at = this.#atOf(event);
    if (!at) return;
    this.#window = window;
    this.#pointers.set(event.pointerId, at);
    if (this.#pointers.size === 1) this.#from = at;
    window.setPointerCapture(event.pointerId);
  };

  readonly move = (event: PointerEvent): void => {
    const at = this.#atOf(event);
    const viewport = this.#on.viewport();
    if (!at || !viewport) return;
    const before = this.#pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse' && this.#pointers.size === 0)
        this.#on.point(event.currentTarget as HTMLElement, at);
      return;
    }
    const [a, b] = this.#pointers.keys();
    const pair = (): readonly [At, At] => [this.#pointers.get(a!)!, this.#pointers.get(b!)!];
    const old = b === undefined ? undefined : pair();
    this.#pointers.set(event.pointerId, at);
    if (old) {
      this.#drag();
      this.#on.show(pinched(viewport, old, pair()));
      return;
    }
    if (!this.#isDragging && this.#from && Math.hypot(at.x - this.#from.x, at.y - this.#from.y) < tapPx)
      return;
    const start = this.#isDragging ? before : (this.#from ?? before);
    this.#drag();
    this.#on.show(viewport.moved(at.x - start.x, at.y - start.y));
  };

  readonly up = (event: PointerEvent): void => {
    if (!this.#pointers.delete(event.pointerId)) return;
    const at = this.#atOf(event);
    if (!this.#isDragging && at && event.type === 'pointerup') this.#on.point(this.#window!, at);
    if (this.#pointers.size > 0) return;
    if (this.#isDragging) this.#on.moving(false);
    this.#isDragging = false;
  };

  readonly wheel = (event: WheelEvent): void => {
    const viewport = this.#on.viewport();
    const at = this.#atOf(event);
    if (!viewport || !at || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const by = Math.max(-wheelMost, Math.min(wheelMost, event.deltaY * (event.deltaMode === 0 ? 1 : 16)));
    this.#on.show(viewport.zoomed(viewport.cell * Math.exp(-by / 100), at));
  };

  #drag(): void {
    if (!this.#isDragging) this.#on.moving(true);
    this.#isDragging = true;
  }

  /** In the window's own pixels, also where the page has scaled it. */
  #atOf(event: MouseEvent): At | undefined {
    const viewport = this.#on.viewport();
    if (!viewport) return undefined;
    const { left, top, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const scale = width > 0 ? viewport.window.width / width : 1;
    return { x: (event.clientX - left) * scale, y: (event.clientY - top) * scale };
  }
}
