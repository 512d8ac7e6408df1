// Make a network overfit, then repair it.
import { absent } from '../mark.js';

export const task = 'make a net overfit, then repair it';

export const measure = async () =>
  absent(
    'a lab learns 100 digits by heart and shows the gap as a number (/labs/loose); no remedy can be tried there',
  );
