/** How a session reaches the elements inside `<cnn-model>`, or inside any host that provides one. */
import { createContext } from '@lit/context';
import type { ModelSession } from '@convlens/types';

/** Keyed by a registered symbol, so that two copies of this package still meet. */
export const sessionContext = createContext<ModelSession | undefined>(Symbol.for('convlens.session'));
