/** How a session, and what is pointed at, reach the elements inside `<cnn-model>`, or inside any host that provides them. */
import { createContext } from '@lit/context';
import type { ModelSession } from '@convlens/types';
import type { Selection } from './selection.js';

/** Keyed by a registered symbol, so that two copies of this package still meet. */
export const sessionContext = createContext<ModelSession | undefined>(Symbol.for('convlens.session'));

export const selectionContext = createContext<Selection | undefined>(Symbol.for('convlens.selection'));
