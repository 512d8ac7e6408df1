/** The calculator as a template: what can be turned, the layers before, the numbers or the rule that is broken, the code. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Numbers } from '../../messages/numbers.js';
import { listOf } from '../../parts/list-of.js';
import { outputFormula } from '../../parts/output-formula.js';
import { stepper } from '../../parts/settings.js';
import { tableTwin } from '../../parts/table-twin.js';
import { fieldOf, planChain } from './chain.js';
import type { ChainLayer, parseChain } from './chain.js';
import { chainView } from './chain-view.js';
import { codeView } from './code-view.js';
import type { CopiedCode } from './code-view.js';
import { numbersOf } from './layer.js';
import type { Broken, LayerNumbers, LayerSettings } from './layer.js';
import { nearestNumber } from './number-rules.js';
import type { ShapeCalculatorMessages } from './shape-calculator.messages.js';

export interface Calculator {
  readonly settings: LayerSettings;
  readonly layers: ReturnType<typeof parseChain>;
  readonly copied: CopiedCode | undefined;
  readonly isTable: boolean;
  readonly words: ShapeCalculatorMessages;
  readonly numbers: Numbers;
  readonly set: (change: Partial<LayerSettings> & { readonly chain?: readonly ChainLayer[] }) => void;
  readonly copy: (code: string, place: Node) => void;
  readonly toggleTable: () => void;
}

const ranges = {
  height: [1, 1024],
  width: [1, 1024],
  channels: [1, 1024],
  filters: [1, 1024],
  kernel: [1, 11],
  stride: [1, 8],
  dilation: [1, 6],
  groups: [1, 1024],
} as const;
const paddings = ['valid', 'same', 'cells'] as const;

export function calculatorView(calculator: Calculator): TemplateResult {
  const { layers, settings, words, numbers, set } = calculator;
  if ('unread' in layers)
    return html`<div part="base" class="illegal" role="alert">
      <p class="note">${words.badChain(layers.unread)}</p>
      <button type="button" class="button" part="nearest" @click=${() => set({ chain: [] })}>
        ${words.dropChain}
      </button>
    </div>`;
  const answer = numbersOf(settings, layers);
  return html`<div part="base">
    ${controls(calculator, layers, answer)}
    ${chainView({ layers, plans: plansOf(settings, layers), words, numbers, set: (chain) => set({ chain }) })}
    ${'plan' in answer ? results(calculator, answer) : illegal(calculator, layers, answer)}
  </div>`;
}

/** As far as they are legal. */
function plansOf({ height, width }: LayerSettings, layers: readonly ChainLayer[]): LayerNumbers['chain'] {
  for (let count = layers.length; count > 0; count--) {
    const planned = planChain([height, width], layers.slice(0, count));
    if ('plans' in planned) return planned.plans;
  }
  return [];
}

function controls(
  { settings, words, set }: Calculator,
  layers: readonly ChainLayer[],
  answer: LayerNumbers | Broken,
): TemplateResult {
  const turn = (name: keyof typeof ranges, label = words.settings[name]): TemplateResult =>
    stepper(label, settings[name], ranges[name], words, (value) =>
      set({ [name]: nearestNumber(name, value) }),
    );
  const { padding } = settings;
  const way = typeof padding === 'number' ? 'cells' : padding;
  const names = layers.length > 0 ? words.image : words.settings;
  return html`<div class="settings">
    ${turn('height', names.height)} ${turn('width', names.width)} ${turn('channels')} ${turn('filters')}
    ${turn('kernel')} ${turn('stride')}
    ${listOf(
      words.padding,
      paddings.map((each) => words.paddings[each]),
      paddings.indexOf(way),
      (index) => set({ padding: paddings[index] === 'cells' ? 0 : paddings[index]! }),
    )}
    ${
      typeof padding === 'number'
        ? stepper(words.settings.cells, padding, [0, 10], words, (cells) =>
            set({ padding: nearestNumber('cells', cells) }),
          )
        : nothing
    }
    ${turn('dilation')} ${turn('groups')} ${formula(settings, answer, words)}
  </div>`;
}

/** Of what is no number, no formula has numbers. */
function formula(
  { height, kernel, stride, padding, dilation }: LayerSettings,
  answer: LayerNumbers | Broken,
  words: ShapeCalculatorMessages,
): TemplateResult | typeof nothing {
  if ('rule' in answer && (answer.rule === 'number' || answer.at !== undefined)) return nothing;
  const plan = 'plan' in answer ? answer.plan : undefined;
  const padded = plan ? plan.pads.top + plan.pads.bottom : typeof padding === 'number' ? 2 * padding : 0;
  return outputFormula(
    {
      input: plan?.input[0] ?? height,
      padding: padded,
      dilation,
      window: kernel,
      stride,
      output: plan?.output[0],
      isTransposed: false,
    },
    words.formula,
  );
}

type Row = readonly [name: string, value: string, from: string];

function rowsOf({ settings, words, numbers }: Calculator, answer: LayerNumbers): readonly Row[] {
  const { plan, parameters, macs, sees, field, chain } = answer;
  const { kernel, channels, groups, filters } = settings;
  const weights = `${kernel}·${kernel}·${channels / groups}·${filters}`;
  const times = (sizes: readonly number[]): string => sizes.map((size) => numbers.integer(size)).join(' × ');
  return [
    [words.output, times([...plan.output, filters]), ''],
    [words.parameters, numbers.integer(parameters), `${weights} + ${filters}, ${words.weightsAndBiases}`],
    [words.macs, numbers.integer(macs), `${weights}·${plan.output[0]}·${plan.output[1]}`],
    [words.sees, times([sees, sees]), words.seesCells],
    ...(chain.length > 0 ? [[words.seesImage, times(field.sees), words.every(...field.every)] as const] : []),
  ];
}

function results(calculator: Calculator, answer: LayerNumbers): TemplateResult {
  const { settings, copied, copy, isTable, words, toggleTable } = calculator;
  const rows = rowsOf(calculator, answer);
  return html`<dl class="numbers-of" aria-live="polite">
      ${rows.map(
        ([name, value, from]) =>
          html`<div>
            <dt>${name}</dt>
            <dd><span class="num large">${value}</span><span class="small muted">${from}</span></dd>
          </div>`,
      )}
    </dl>
    ${codeView(settings, answer.plan, copied, copy, words)}
    ${tableTwin(
      () => ({
        caption: words.tableOf,
        head: [words.what, words.number],
        rows: [...rows.map(([name, value]) => [name, value]), ...chainRows(calculator, answer)],
      }),
      isTable,
      words,
      toggleTable,
    )}`;
}

const chainRows = ({ words, numbers }: Calculator, { chain }: LayerNumbers): readonly (readonly string[])[] =>
  chain.map((plan, at) => [
    words.layerOf(numbers.integer(at + 1)),
    `${words.makes(...plan.input, ...plan.output)}, ${words.seesOfImage(...fieldOf(chain.slice(0, at + 1)).sees)}`,
  ]);

function illegal(
  { settings, words, numbers, set }: Calculator,
  layers: readonly ChainLayer[],
  broken: Broken,
): TemplateResult {
  const { at, nearest } = broken;
  const number = numbers.integer(nearest);
  const layerNames = { kernel: 'window', stride: 'stride', cells: 'padding', dilation: 'dilation' } as const;
  const name = broken.rule === 'window' ? 'kernel' : broken.rule === 'groups' ? 'groups' : broken.name;
  const mend = (): void => {
    // In the chain only these four can be broken: `planChain` reads no others.
    const part = layerNames[name as keyof typeof layerNames];
    if (at !== undefined)
      set({ chain: layers.map((layer, index) => (index === at ? { ...layer, [part]: nearest } : layer)) });
    else set({ [name === 'cells' ? 'padding' : name]: nearest });
  };
  const rule = ruleOf(broken, settings, words, numbers);
  return html`<div class="illegal" role="alert">
    <b>${words.illegal}</b>
    <p class="note">${at === undefined ? rule : words.inLayer(numbers.integer(at + 1), rule)}</p>
    <button type="button" class="button" part="nearest" @click=${mend}>
      ${
        broken.rule === 'window'
          ? words.useKernel(number)
          : broken.rule === 'groups'
            ? words.useGroups(number)
            : words.useNumber(words.settings[broken.name], number)
      }
    </button>
  </div>`;
}

function ruleOf(
  broken: Broken,
  { channels, filters, groups }: LayerSettings,
  words: ShapeCalculatorMessages,
  numbers: Numbers,
): string {
  if (broken.rule === 'window') return broken.message;
  if (broken.rule === 'groups')
    return words.groupsRule(numbers.integer(channels), numbers.integer(filters), numbers.integer(groups));
  const { name, range, received } = broken;
  // As it was written: 1.5 is not 2.
  return words.numberRule(
    words.settings[name],
    numbers.integer(range[0]),
    numbers.integer(range[1]),
    String(received).replace('-', '−'),
  );
}
