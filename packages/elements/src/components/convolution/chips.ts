/** Kernels to take: each with its picture and its name. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { styleOf } from '../../parts/style-of.js';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { largestSize } from '../../render/scale.js';
import type { Ramps } from '../../render/scale.js';
import type { ConvolutionMessages } from './convolution.messages.js';
import type { LearnedFilter } from './learned.js';
import { isSameKernel, presets } from './presets.js';
import type { KernelMatrix, PresetName } from './presets.js';

export interface Chip {
  readonly name: string;
  /** One for all channels, or as many as they are. */
  readonly kernels: readonly KernelMatrix[];
  /** Of a network: the filter, whose bias and padding go with it. */
  readonly learned?: LearnedFilter;
}

export const presetChips = (words: ConvolutionMessages): readonly Chip[] =>
  (Object.keys(presets) as PresetName[]).map((name) => ({
    name: words.presets[name],
    kernels: [presets[name]],
  }));

export const learnedChips = (filters: readonly LearnedFilter[]): readonly Chip[] =>
  filters.map((learned) => ({
    name: `${learned.layer}, ${learned.filter}`,
    kernels: learned.kernels,
    learned,
  }));

/** More would be too small to tell from each other. */
const mostPictured = 3;

/** @param current The kernels of all channels; a chip with one kernel is compared with the one that is looked at, `shown`. */
export const chips = (
  all: readonly Chip[],
  current: readonly KernelMatrix[],
  shown: KernelMatrix,
  ramps: Ramps,
  label: string,
  choose: (chip: Chip) => void,
): TemplateResult =>
  html`<div class="chips" role="group" aria-label=${label}>
    ${all.map((chip) => {
      const isTaken =
        chip.kernels.length === 1
          ? isSameKernel(chip.kernels[0]!, shown)
          : chip.kernels.every((kernel, channel) => isSameKernel(kernel, current[channel] ?? []));
      return html`<button type="button" class="chip" aria-pressed=${isTaken} @click=${() => choose(chip)}>
        ${thumbnail(chip.kernels.slice(0, mostPictured), ramps)}${chip.name}
      </button>`;
    })}
  </div>`;

function thumbnail(kernels: readonly KernelMatrix[], ramps: Ramps): TemplateResult {
  const [height, width] = [kernels[0]!.length, kernels[0]![0]!.length];
  const values = kernels.flatMap((kernel) => kernel.flat());
  const planes = {
    values,
    width,
    height,
    count: kernels.length,
    planeStride: width * height,
    cellStride: 1,
  };
  const scale = { kind: 'signed', limit: largestSize(values) } as const;
  return html`<canvas
    class="pixels framed"
    aria-hidden="true"
    ${styleOf({ width: `${kernels.length * 20}px` })}
    ${tensorCanvas(planes, scale, ramps)}
  ></canvas>`;
}
