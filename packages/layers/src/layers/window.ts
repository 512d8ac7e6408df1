/** A window that does not fit becomes this package's error: who builds a model meets one class of them. */
import { GeometryError } from '@convlens/geometry';
import type { WindowPlan } from '@convlens/geometry';
import { layerWindow } from '../errors.js';

export function windowOf(plan: () => WindowPlan): WindowPlan {
  try {
    return plan();
  } catch (error) {
    if (error instanceof GeometryError) throw layerWindow(error);
    throw error;
  }
}
