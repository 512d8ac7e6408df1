/** Sends images to a session, one at a time: while one is on its way, newer ones replace each other. */
import type { ImageBatch, ModelSession } from '@convlens/types';

export class InputSender {
  #isSending = false;
  #next: { readonly session: ModelSession; readonly images: ImageBatch } | undefined;

  send(session: ModelSession, images: ImageBatch): void {
    this.#next = { session, images };
    if (!this.#isSending) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isSending = true;
    while (this.#next) {
      const { session, images } = this.#next;
      this.#next = undefined;
      try {
        await session.send({ type: 'input', images });
      } catch {
        // The session says so itself, by its state; the drawing stays.
      }
    }
    this.#isSending = false;
  }
}
