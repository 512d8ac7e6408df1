/** What `<cnn-model>` tells its page. */

export class CnnModelReadyEvent extends Event {
  static readonly type = 'cnn-model-ready';
  constructor() {
    super(CnnModelReadyEvent.type, { bubbles: true, composed: true });
  }
}

export class CnnModelErrorEvent extends Event {
  static readonly type = 'cnn-model-error';
  readonly error: Error;
  constructor(error: Error) {
    super(CnnModelErrorEvent.type, { bubbles: true, composed: true });
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cnn-model-ready': CnnModelReadyEvent;
    'cnn-model-error': CnnModelErrorEvent;
  }
}
