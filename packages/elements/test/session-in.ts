/** What stories of all elements show when nothing is there yet, or never will be. */
import type { ActivationRecord } from '@convlens/types';
import { FakeSession } from './fake-session.js';
import { seedRecord } from './seed-record.js';

/** A session whose network has not come, or cannot. */
export function sessionIn(state: 'loading' | 'error'): FakeSession {
  const session = new FakeSession();
  const error = state === 'error' ? new Error('The worker could not be started.') : undefined;
  session.state.set(undefined, state, error);
  return session;
}

/** A trace that a later version of this project might write. */
export const ofAnotherVersion: ActivationRecord = {
  ...seedRecord(),
  // What a file says need not be what the type says.
  version: 2 as unknown as 1,
};

/** A trace whose every number is NaN, as of a network whose training has failed. */
export function notNumbers(): ActivationRecord {
  const { tensors, ...record } = seedRecord();
  const lost = Object.entries(tensors).map(([path, { shape, data }]) => [
    path,
    { shape, data: new Float32Array(data.length).fill(NaN) },
  ]);
  // Object.fromEntries forgets what the values are.
  return { ...record, tensors: Object.fromEntries(lost) as ActivationRecord['tensors'] };
}
