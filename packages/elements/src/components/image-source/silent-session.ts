/** A session that nobody answers: given to the pad inside, so that it sends nothing by itself to a network around it. */
import type { ModelSession, Source } from '@convlens/types';

const nothing: Source<never> = {
  current: undefined,
  state: 'idle',
  error: undefined,
  subscribe: () => () => {},
};

export const silentSession: ModelSession = {
  tap: () => nothing,
  send: async () => ({ step: 0 }),
  state: nothing,
  history: nothing,
};
