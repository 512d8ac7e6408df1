// The tasks, in the order of the scorecard.
import * as l1 from './rows/l1-cell.js';
import * as l2 from './rows/l2-kernel.js';
import * as l3 from './rows/l3-illegal.js';
import * as l4 from './rows/l4-modes.js';
import * as l5 from './rows/l5-mute.js';
import * as l6 from './rows/l6-relu.js';
import * as l7 from './rows/l7-shift.js';
import * as l8 from './rows/l8-score.js';
import * as l9 from './rows/l9-gradient.js';
import * as l10 from './rows/l10-film.js';
import * as l11 from './rows/l11-two-nets.js';
import * as l12 from './rows/l12-overfit.js';
import * as l13 from './rows/l13-train.js';
import * as l14 from './rows/l14-keys.js';
import * as t1 from './rows/t1-link.js';
import * as t2 from './rows/t2-controls.js';
import * as t3 from './rows/t3-embed.js';

export const rows = Object.entries({
  L1: l1,
  L2: l2,
  L3: l3,
  L4: l4,
  L5: l5,
  L6: l6,
  L7: l7,
  L8: l8,
  L9: l9,
  L10: l10,
  L11: l11,
  L12: l12,
  L13: l13,
  L14: l14,
  T1: t1,
  T2: t2,
  T3: t3,
}).map(([id, row]) => ({ id, ...row }));
