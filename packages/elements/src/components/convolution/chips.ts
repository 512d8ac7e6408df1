/** Kernels to take: each with its picture and its name. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { mapsOf } from '../../render/paint.js';
import { largestSize } from '../../render/scale.js';
import type { Ramps } from '../../render/scale.js';
import type { ConvolutionMessages } from './convolution.messages.js';
import { presets } from './presets.js';
import type { KernelMatrix, PresetName } from './presets.js';

export interface Chip {
  readonly name: string;
  readonly kernel: KernelMatrix;
  /** What goes with it where it comes from; 0 unless told. */
  readonly bias?: number;
  /** The same; it stays as it is unless told. */
  readonly padding?: number;
}

const isSame = (a: KernelMatrix, b: KernelMatrix): boolean => a.flat().join() === b.flat().join();

export const presetChips = (words: ConvolutionMessages): readonly Chip[] =>
  (Object.keys(presets) as PresetName[]).map((name) => ({
    name: words.presets[name],
    kernel: presets[name],
  }));

export const chips = (
  all: readonly Chip[],
  current: KernelMatrix,
  ramps: Ramps,
  label: string,
  choose: (chip: Chip) => void,
): TemplateResult =>
  html`<div class="chips" role="group" aria-label=${label}>
    ${all.map((chip) => {
      const { name, kernel } = chip;
      const [height, width] = [kernel.length, kernel[0]!.length];
      const values = kernel.flat();
      const scale = { kind: 'signed', limit: largestSize(values) } as const;
      return html`<button
        type="button"
        class="chip"
        aria-pressed=${isSame(kernel, current)}
        @click=${() => choose(chip)}
      >
        <canvas
          class="pixels framed"
          aria-hidden="true"
          ${tensorCanvas(mapsOf(values, [height, width, 1]), scale, ramps)}
        ></canvas
        >${name}
      </button>`;
    })}
  </div>`;
