/** The calculator's settings as plain data and back. */
import { linkState, readLinkState } from '../../state/link-state.js';
import type { LinkState } from '../../state/link-state.js';
import { isPlainObject } from '../../state/plain-data.js';
import type { PlainData } from '../../state/plain-data.js';
import { SettingReader } from '../../state/setting-reader.js';
import { mostLayers } from './chain.js';
import type { ChainLayer } from './chain.js';
import type { LayerSettings } from './layer.js';
import { brokenNumber, numberRules, rangeOf } from './number-rules.js';
import type { NumberName } from './number-rules.js';

export interface CalculatorState extends LayerSettings {
  readonly chain: readonly ChainLayer[];
}

const element = 'cnn-shape-calculator';
const names = [
  ...['height', 'width', 'channels', 'filters', 'kernel', 'stride', 'padding', 'dilation', 'groups'],
  'chain',
];
const layerNames = ['kind', 'window', 'stride', 'padding', 'dilation'];

export const writeCalculator = (state: CalculatorState): LinkState<CalculatorState> =>
  linkState(element, state);

/**
 * @param begins What the calculator begins with: settings that a link does not name.
 * @throws StateError
 */
export function readCalculator(data: unknown, begins: LayerSettings): CalculatorState {
  const read = new SettingReader(readLinkState(data, element).settings, names);
  const whole = (name: Exclude<NumberName, 'cells'>): number => read.whole(name, rangeOf(name), begins[name]);
  const [least, most] = rangeOf('cells');
  return {
    height: whole('height'),
    width: whole('width'),
    channels: whole('channels'),
    filters: whole('filters'),
    kernel: whole('kernel'),
    stride: whole('stride'),
    padding:
      read.by('padding', `same, valid or a whole number from ${least} to ${most}`, paddingOf) ??
      begins.padding,
    dilation: whole('dilation'),
    groups: whole('groups'),
    chain: read.by('chain', `at most ${mostLayers} layers { ${layerNames.join(', ')} }`, chainOf) ?? [],
  };
}

const isRight = (name: NumberName, value: unknown): value is number =>
  typeof value === 'number' && brokenNumber(name, value) === undefined;

const paddingOf = (value: unknown): LayerSettings['padding'] | undefined =>
  value === 'same' || value === 'valid' || isRight('cells', value) ? value : undefined;

function chainOf(value: PlainData): readonly ChainLayer[] | undefined {
  if (!Array.isArray(value) || value.length > mostLayers) return undefined;
  const layers = (value as readonly unknown[]).map(layerOf).filter((layer) => layer !== undefined);
  return layers.length === value.length ? layers : undefined;
}

function layerOf(value: unknown): ChainLayer | undefined {
  if (!isPlainObject(value) || Object.keys(value).some((name) => !layerNames.includes(name)))
    return undefined;
  const { kind, window, stride, dilation } = value;
  const padding = paddingOf(value['padding']);
  const isKind = kind === 'conv' || kind === 'pool';
  const isWhole = isRight('kernel', window) && isRight('stride', stride) && isRight('dilation', dilation);
  return isKind && isWhole && padding !== undefined ? { kind, window, stride, padding, dilation } : undefined;
}

/** What the calculator begins with: the first layer of the seed network. */
export const firstLayer: LayerSettings = {
  height: numberRules.height[1],
  width: numberRules.width[1],
  channels: 1,
  filters: 8,
  kernel: 5,
  stride: 1,
  padding: 'same',
  dilation: 1,
  groups: 1,
};
