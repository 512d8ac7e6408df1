/** The lab's settings as plain data and back: kernels as what differs from the classic one that is nearest. */
import type { PaddingMode } from '@convlens/geometry';
import { linkState, readLinkState } from '../../state/link-state.js';
import type { LinkState } from '../../state/link-state.js';
import { isPlainObject } from '../../state/plain-data.js';
import type { PlainData } from '../../state/plain-data.js';
import { SettingReader } from '../../state/setting-reader.js';
import { channelModes } from './channel-modes.js';
import type { ChannelMode } from './channel-modes.js';
import { presets, resized } from './presets.js';
import type { KernelMatrix, PresetName } from './presets.js';
import { sampleNames } from './samples.js';
import type { SampleName } from './samples.js';
import type { Cell } from './lab.js';

export type PictureName = 'given' | SampleName;
export const pictureNames: readonly PictureName[] = ['given', ...sampleNames];

export interface KernelState {
  readonly preset: PresetName;
  /** `[rows, columns]`; the preset's middle, with zeros round it where it is smaller. */
  readonly size: readonly [rows: number, columns: number];
  readonly changed: readonly (readonly [row: number, column: number, weight: number])[];
}

interface PlainSettings {
  readonly picture: PictureName;
  readonly mode: ChannelMode;
  readonly groups: number;
  readonly channel: number;
  readonly stride: number;
  readonly padding: number;
  readonly paddingMode: PaddingMode;
  readonly dilation: number;
  readonly transposed: boolean;
  readonly flipped: boolean;
}

/** What `<cnn-convolution>` writes: one kernel for all channels, or one each; none, and no bias, where a network has learned them. */
export interface LabState extends PlainSettings {
  readonly bias?: number;
  readonly kernels?: readonly KernelState[];
  /** Only where it is pinned. */
  readonly cell?: Cell;
}

/** The same, read: what the element is to be set to. */
export interface LabSetting extends PlainSettings {
  readonly bias: number | undefined;
  readonly kernels: readonly KernelMatrix[] | undefined;
  readonly cell: Cell | undefined;
}

export const element = 'cnn-convolution';
const paddingModes: readonly PaddingMode[] = ['zeros', 'reflect', 'replicate', 'circular'];
const presetNames = Object.keys(presets) as readonly PresetName[];
const names = [
  ...['picture', 'mode', 'groups', 'channel', 'bias', 'stride', 'padding', 'paddingMode', 'dilation'],
  ...['transposed', 'flipped', 'kernels', 'cell'],
];
const mostSide = 11;
const mostKernels = 64;
/** Wider than the steppers go: a page may set more. */
const turned = [1, 64] as const;

export const writeLab = (state: LabState, omitted: readonly string[]): LinkState<LabState> =>
  linkState(element, state, omitted);

/** @throws StateError */
export function readLab(data: unknown): LabSetting {
  const read = new SettingReader(readLinkState(data, element).settings, names);
  return {
    picture: read.word('picture', pictureNames, 'given'),
    mode: read.word('mode', channelModes, 'one'),
    groups: read.whole('groups', [1, 256], 2),
    channel: read.whole('channel', [0, 4095], 0),
    stride: read.whole('stride', turned, 1),
    padding: read.whole('padding', [0, 64], 0),
    paddingMode: read.word('paddingMode', paddingModes, 'zeros'),
    dilation: read.whole('dilation', turned, 1),
    transposed: read.flag('transposed'),
    flipped: read.flag('flipped'),
    bias: read.by('bias', 'a number', (value) => (typeof value === 'number' ? value : undefined)),
    cell: read.by('cell', '[row, column] in whole numbers of 0 or more', cellOf),
    kernels: read.by(
      'kernels',
      `1 to ${mostKernels} kernels { preset, size, changed } of one size`,
      kernelsOf,
    ),
  };
}

/** Against the preset that leaves fewest cells to name. */
export function writeKernel(kernel: KernelMatrix): KernelState {
  const size = [kernel.length, kernel[0]?.length ?? 0] as const;
  const states = presetNames.map((preset) => ({ preset, size, changed: changedCells(kernel, preset) }));
  return states.reduce((best, each) => (each.changed.length < best.changed.length ? each : best));
}

function changedCells(kernel: KernelMatrix, preset: PresetName): KernelState['changed'] {
  const base = resized(presets[preset], kernel.length, kernel[0]?.length ?? 0);
  return kernel.flatMap((weights, row) =>
    weights.flatMap((weight, column) =>
      weight === base[row]![column] ? [] : [[row, column, weight] as const],
    ),
  );
}

export function readKernel({ preset, size, changed }: KernelState): KernelMatrix {
  const weights = resized(presets[preset], ...size).map((row) => [...row]);
  for (const [row, column, weight] of changed) weights[row]![column] = weight;
  return weights;
}

const isIndex = (value: unknown, below: number): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < below;

function cellOf(value: PlainData): Cell | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [row, column] = value as readonly unknown[];
  return isIndex(row, 2 ** 16) && isIndex(column, 2 ** 16) ? [row, column] : undefined;
}

function kernelsOf(value: PlainData): readonly KernelMatrix[] | undefined {
  if (!Array.isArray(value) || value.length < 1 || value.length > mostKernels) return undefined;
  const states = (value as readonly unknown[]).map(kernelStateOf);
  const isRight = states.every((each) => each !== undefined && each.size.join() === states[0]?.size.join());
  // Every one of them is there: it has just been looked at.
  return isRight ? states.map((each) => readKernel(each!)) : undefined;
}

function kernelStateOf(value: unknown): KernelState | undefined {
  if (
    !isPlainObject(value) ||
    Object.keys(value).some((name) => !['preset', 'size', 'changed'].includes(name))
  )
    return undefined;
  const { size, changed = [] } = value;
  const preset = presetNames.find((name) => name === value['preset']);
  if (!preset || !Array.isArray(size) || size.length !== 2 || !Array.isArray(changed)) return undefined;
  const [rows, columns] = size as readonly unknown[];
  if (!isIndex(rows, mostSide + 1) || !isIndex(columns, mostSide + 1) || rows < 1 || columns < 1)
    return undefined;
  const isCell = (cell: unknown): cell is KernelState['changed'][number] =>
    Array.isArray(cell) &&
    cell.length === 3 &&
    isIndex(cell[0], rows) &&
    isIndex(cell[1], columns) &&
    Number.isFinite(cell[2]);
  return changed.every(isCell) ? { preset, size: [rows, columns], changed } : undefined;
}
