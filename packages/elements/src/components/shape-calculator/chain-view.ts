/** The layers before, one a line: what each is, what it makes of the size, what of the image one of its cells sees. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { WindowPlan } from '@convlens/geometry';
import type { Numbers } from '../../messages/numbers.js';
import { listOf } from '../../parts/list-of.js';
import { stepper } from '../../parts/settings.js';
import { addedTo, fieldOf, mostLayers } from './chain.js';
import type { ChainLayer } from './chain.js';
import { nearestNumber } from './number-rules.js';
import type { ShapeCalculatorMessages } from './shape-calculator.messages.js';

export interface ChainView {
  readonly layers: readonly ChainLayer[];
  /** Of as many layers as are legal, from the first. */
  readonly plans: readonly WindowPlan[];
  readonly words: ShapeCalculatorMessages;
  readonly numbers: Numbers;
  readonly set: (layers: readonly ChainLayer[]) => void;
}

const kinds = ['conv', 'pool'] as const;
const paddings = ['valid', 'same'] as const;

export function chainView(view: ChainView): TemplateResult {
  const { layers, words, set } = view;
  return html`<div class="chain" part="chain">
    ${layers.length > 0 ? html`<p class="small muted">${words.chain}</p>` : nothing}
    <ol>
      ${layers.map((layer, at) => line(view, layer, at))}
    </ol>
    <button
      type="button"
      class="button"
      part="add"
      ?disabled=${layers.length >= mostLayers}
      @click=${() => set(addedTo(layers))}
    >
      ${words.addLayer}
    </button>
  </div>`;
}

function line(
  { layers, plans, words, numbers, set }: ChainView,
  layer: ChainLayer,
  at: number,
): TemplateResult {
  const { kind, window, stride, padding, dilation } = layer;
  const change = (part: Partial<ChainLayer>): void =>
    set(layers.map((each, index) => (index === at ? { ...each, ...part } : each)));
  const plan = plans[at];
  const others = typeof padding === 'number' ? [words.cellsOf(padding)] : [];
  const number = numbers.integer(at + 1);
  return html`<li>
    <div class="layer" role="group" aria-label=${words.layerOf(number)}>
      ${listOf(
        words.kind,
        kinds.map((each) => words.kinds[each]),
        kinds.indexOf(kind),
        (index) => change({ kind: kinds[index]! }),
      )}
      ${stepper(words.window, window, [1, 11], words, (cells) => change({ window: nearestNumber('kernel', cells) }))}
      ${stepper(words.settings.stride, stride, [1, 8], words, (cells) => change({ stride: nearestNumber('stride', cells) }))}
      ${listOf(
        words.padding,
        [...paddings.map((each) => words.paddings[each]), ...others],
        typeof padding === 'number' ? 2 : paddings.indexOf(padding),
        (index) => change({ padding: paddings[index] ?? padding }),
      )}
      ${stepper(words.settings.dilation, dilation, [1, 6], words, (cells) => change({ dilation: nearestNumber('dilation', cells) }))}
      <span class="makes small">
        ${plan ? html`<span class="num">${words.makes(...plan.input, ...plan.output)}</span> <span class="muted">${words.seesOfImage(...fieldOf(plans.slice(0, at + 1)).sees)}</span>` : nothing}
      </span>
      <button
        type="button"
        class="button icon"
        part="remove"
        aria-label=${words.removeLayer(number)}
        title=${words.removeLayer(number)}
        @click=${() => set(layers.filter((_, index) => index !== at))}
      >
        ×
      </button>
    </div>
  </li>`;
}
