/** The visitor asks the session for something. */
import type { ModelCommand } from '@convlens/types';

/** Fired by `<cnn-training-controls>` before the command is sent; `preventDefault()` keeps it from the session. */
export class CnnCommandEvent extends Event {
  static readonly type = 'cnn-command';
  readonly command: ModelCommand;
  constructor(command: ModelCommand) {
    super(CnnCommandEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.command = command;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cnn-command': CnnCommandEvent;
  }
}
