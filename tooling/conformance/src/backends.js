/** The backends that the cases can run on. */
import { reference } from '@convlens/tensor-core/reference';

const factories = {
  reference: async () => reference(),
  cpu: async () => (await import('@convlens/backend-cpu')).cpu(),
};

export const backendNames = Object.keys(factories);

export function makeBackend(name) {
  const factory = factories[name];
  if (!factory) throw new Error(`No backend ${name}. There are: ${backendNames.join(', ')}.`);
  return factory();
}
