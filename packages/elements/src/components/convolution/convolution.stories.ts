/** `<cnn-convolution>` in every state. */
import type { PaddingMode } from '@convlens/geometry';
import type { ImageBatch, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { digitImage } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import type { CnnConvolution } from './convolution.js';
import { presets } from './presets.js';
import type { KernelMatrix } from './presets.js';
import './convolution.js';

interface Args {
  readonly data?: ImageBatch;
  readonly session?: ModelSession;
  readonly kernel?: KernelMatrix;
  readonly stride?: number;
  readonly padding?: number;
  readonly paddingMode?: PaddingMode;
  readonly dilation?: number;
  readonly transposed?: boolean;
  readonly table?: boolean;
}

/** Four cells; enough to follow every product. */
const tiny: ImageBatch = { shape: [1, 2, 2, 1], data: Float32Array.of(0.25, 1, 0.5, 0) };

export default {
  title: 'Convolution Lab',
  component: 'cnn-convolution',
  tags: ['autodocs'],
  render: ({
    data,
    session,
    kernel = presets.sobelY,
    stride = 1,
    padding = 0,
    paddingMode = 'zeros',
    dilation = 1,
    transposed = false,
    table = false,
  }) =>
    html`<cnn-convolution
      .data=${data}
      .session=${session}
      .kernel=${kernel}
      stride=${stride}
      padding=${padding}
      padding-mode=${paddingMode}
      dilation=${dilation}
      ?transposed=${transposed}
      ?table=${table}
    ></cnn-convolution>`,
} satisfies Meta<Args>;

export const ToBeginWith: Story<Args> = {};
export const Live: Story<Args> = { args: { session: new FakeSession() } };
export const ADigit: Story<Args> = { args: { data: digitImage(), kernel: presets.gabor } };
export const PaddedByReflection: Story<Args> = { args: { padding: 2, paddingMode: 'reflect' } };
export const DilatedWithStride: Story<Args> = { args: { stride: 2, dilation: 2, kernel: presets.corner } };
export const Transposed: Story<Args> = {
  args: { data: tiny, transposed: true, stride: 2, kernel: presets.blur },
};
export const AsATable: Story<Args> = { args: { data: tiny, kernel: [[1, -1]], table: true } };
export const Illegal: Story<Args> = {
  args: { data: tiny },
  play: async ({ canvasElement }) => {
    const lab = canvasElement.querySelector<CnnConvolution>('cnn-convolution')!;
    await settle(lab);
    const text = inside(lab, '.illegal').textContent!;
    assert(text.includes('expected height + padding to hold one window of 3'), 'the rule is named');
    assert(inside(lab, '[part="nearest"]').textContent!.trim() === 'Use padding 1', 'the nearest is offered');
  },
};
export const BadImage: Story<Args> = {
  args: { data: { shape: [1, 4, 4, 1], data: new Float32Array(3) } },
};
