/** The third zoom: one cell taken apart, under the way back to its map and to the network. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../../messages/numbers.js';
import type { Palette } from '../../render/palette.js';
import type { SceneLayout } from '../../scene/boxes.js';
import type { CellAddress } from '../../trace/explain.js';
import type { Trace } from '../../trace/trace.js';
import { forwardView } from '../../xray/forward-view.js';
import { unroll } from '../../xray/unroll.js';
import type { Pick, Picks } from '../../xray/unroll.js';
import type { NetworkMessages } from './network.messages.js';
import { crumbs } from './zoom-frame.js';
import { styleOf } from '../../parts/style-of.js';

export interface CellZoom {
  readonly trace: Trace;
  readonly cell: CellAddress;
  readonly picks: Picks;
  readonly scene: SceneLayout;
  readonly palette: Palette;
  readonly words: NetworkMessages;
  readonly numbers: Numbers;
  readonly pick: (stage: number, pick: Pick) => void;
  readonly leave: () => void;
  /** Back to the cell's map; undefined for a unit, which has none. */
  readonly toMap: (() => void) | undefined;
}

export function cellZoom(zoom: CellZoom): TemplateResult {
  const { trace, cell, picks, scene, palette, words, numbers, pick, leave, toMap } = zoom;
  const { slot, flow, width } = scene;
  const left = slot && flow === 'across' ? slot.width + 48 : 0;
  const place = styleOf({
    marginInlineStart: `${left}px`,
    paddingTop: slot && flow === 'down' ? `${slot.height + 24}px` : '0',
    minHeight: `${slot?.height ?? 0}px`,
  });
  const levels = unroll(trace, cell, picks);
  return html`<div class="zoom ${width - left < 640 ? 'narrow' : ''}" part="cell" tabindex="-1" ${place}>
    ${crumbs(trace, cell, words, numbers, leave, { toMap })}
    ${forwardView({ trace, levels, ramps: palette.ramps, words: words.xray, numbers, pick })}
  </div>`;
}
