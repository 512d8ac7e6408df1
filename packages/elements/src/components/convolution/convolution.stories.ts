/** `<cnn-convolution>` in every state. */
import type { PaddingMode } from '@convlens/geometry';
import type { ImageBatch, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { digitImage } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { sessionIn } from '../../../test/session-in.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import type { CnnConvolution } from './convolution.js';
import type { ChannelMode } from './channel-modes.js';
import type { PictureName } from './lab-state.js';
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
  readonly picture?: PictureName;
  readonly mode?: ChannelMode;
  readonly kernels?: readonly KernelMatrix[];
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
    picture = 'given',
    mode = 'one',
    kernels,
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
      picture=${picture}
      mode=${mode}
      .kernels=${kernels}
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
export const ThreeChannelsSummed: Story<Args> = {
  args: { picture: 'colour', mode: 'sum', kernels: [presets.sobelY, presets.blur, presets.laplacian] },
};
export const Depthwise: Story<Args> = { args: { picture: 'colour', mode: 'depthwise' } };
export const InGroups: Story<Args> = { args: { picture: 'maps', mode: 'groups' } };
export const OneChannelCannotBeSplit: Story<Args> = {
  args: { data: tiny, mode: 'depthwise', kernel: [[1]] },
};
export const BadLink: Story<Args> = {
  play: async ({ canvasElement }) => {
    const lab = canvasElement.querySelector<CnnConvolution>('cnn-convolution')!;
    Object.assign(lab, { state: { ...lab.state, version: 2 } });
    await settle(lab);
    assert(inside(lab, '.bad-state').textContent!.includes('expected version 1'), 'the link is explained');
  },
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
export const Waiting: Story<Args> = { args: { session: sessionIn('loading') } };
export const Failed: Story<Args> = { args: { session: sessionIn('error') } };
