/** `<cnn-image-source>` in every state. */
import type { ImageBatch, ModelSession } from '@convlens/types';
import { html, nothing } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { inside, settle } from '../../../test/settle.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import '../pixels/pixels.js';
import type { CameraAccess } from './camera.js';
import type { CnnImageSource } from './image-source.js';
import './image-source.js';
import type { Way } from './ways.js';

interface Args {
  readonly for?: 'photo' | 'network';
  readonly from?: Way;
  readonly samples?: readonly ImageBatch[];
  readonly image?: ImageBatch;
  readonly session?: ModelSession;
  readonly mediaDevices?: CameraAccess;
  readonly maxSize?: number;
  readonly targets?: string;
  readonly table?: boolean;
}

export default {
  title: 'Image source',
  component: 'cnn-image-source',
  tags: ['autodocs'],
  render: ({
    for: use = 'photo',
    from = 'samples',
    samples,
    image,
    session,
    mediaDevices,
    maxSize = 256,
    targets,
    table = false,
  }) =>
    html`<cnn-image-source
      for=${use}
      from=${from}
      max-size=${maxSize}
      targets=${targets ?? nothing}
      ?table=${table}
      .samples=${samples}
      .image=${image}
      .session=${session}
      .mediaDevices=${mediaDevices}
    ></cnn-image-source>`,
} satisfies Meta<Args>;

type Play = NonNullable<Story<Args>['play']>;

const sourceIn = async (canvasElement: HTMLElement): Promise<CnnImageSource> => {
  const source = canvasElement.querySelector<CnnImageSource>('cnn-image-source')!;
  await settle(source);
  return source;
};

const press = async (canvasElement: HTMLElement, selector: string): Promise<CnnImageSource> => {
  const source = await sourceIn(canvasElement);
  inside(source, selector).click();
  await settle(source);
  return source;
};

const takeFirst: Play = async ({ canvasElement }) => {
  const source = await press(canvasElement, '.thumb');
  assert(source.image !== undefined, 'the sample is taken');
};

/** As if a visitor had chosen a file. */
const chooseFile =
  (makeFile: () => Promise<File>, expected: string): Play =>
  async ({ canvasElement }) => {
    const source = await sourceIn(canvasElement);
    const input = inside(source, 'input[type="file"]') as HTMLInputElement;
    const transfer = new DataTransfer();
    transfer.items.add(await makeFile());
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    const said = (): string => inside(source, '.result').textContent!;
    const end = performance.now() + 10_000;
    while (!said().includes(expected) && performance.now() < end) await settle(source);
    assert(said().includes(expected), `it says “${expected}”`);
  };

/** A cross on paper, as a phone would take it. */
async function paperPhoto(name: string, type: string): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 300 });
  const context = canvas.getContext('2d')!;
  const light = context.createLinearGradient(0, 0, 400, 300);
  light.addColorStop(0, '#f4efe2');
  light.addColorStop(1, '#c9bfa8');
  context.fillStyle = light;
  context.fillRect(0, 0, 400, 300);
  context.strokeStyle = '#1c2a6b';
  context.lineWidth = 20;
  context.lineCap = 'round';
  context.stroke(new Path2D('M150 80 L250 80 L205 150 L185 235'));
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type));
  return new File([blob!], name, { type });
}

/** A camera that sees a ball go round. */
const ballCamera = (): CameraAccess => ({
  getUserMedia: async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
    const context = canvas.getContext('2d')!;
    const stream = canvas.captureStream();
    const paint = (time: number): void => {
      context.fillStyle = '#24506b';
      context.fillRect(0, 0, 320, 240);
      context.fillStyle = '#f2b544';
      context.beginPath();
      context.arc(160 + 80 * Math.cos(time / 700), 120 + 60 * Math.sin(time / 700), 36, 0, 2 * Math.PI);
      context.fill();
      if (stream.active) requestAnimationFrame(paint);
    };
    paint(0);
    return stream;
  },
});

const failingCamera = (name: string): CameraAccess => ({
  getUserMedia: () => Promise.reject(new DOMException('The camera says no.', name)),
});

const startCamera: Play = async ({ canvasElement }) => {
  const source = await press(canvasElement, '[part="camera-start"]');
  const panel = inside(source, '#panel-camera');
  const end = performance.now() + 5000;
  while (!panel.querySelector('video, [role="alert"]') && performance.now() < end) await settle(source);
  assert(panel.querySelector('video, [role="alert"]') !== null, 'the camera is on, or it is said why not');
};

export const Empty: Story<Args> = {};
export const ASample: Story<Args> = { play: takeFirst };
export const OwnSamples: Story<Args> = {
  args: {
    samples: [
      { shape: [1, 2, 2, 3], data: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255) },
      { shape: [1, 2, 2, 1], data: Float32Array.of(0, 0.3, 0.6, 1) },
    ],
  },
  play: takeFirst,
};
export const BrokenSample: Story<Args> = {
  args: { samples: [{ shape: [1, 2, 2, 3], data: new Float32Array(5) }] },
};
export const Drawing: Story<Args> = { args: { from: 'draw' } };
export const AFile: Story<Args> = {
  args: { from: 'file' },
  play: chooseFile(() => paperPhoto('paper.jpg', 'image/jpeg'), 'paper.jpg, 192 × 256 × 3'),
};
export const NotAPicture: Story<Args> = {
  args: { from: 'file' },
  play: chooseFile(async () => new File(['Dear diary'], 'diary.txt'), 'This is no picture.'),
};
export const BrokenPicture: Story<Args> = {
  args: { from: 'file' },
  play: chooseFile(
    async () => new File([(await paperPhoto('half.png', 'image/png')).slice(0, 80)], 'half.png'),
    'This picture is broken.',
  ),
};
export const CameraOff: Story<Args> = { args: { from: 'camera', mediaDevices: ballCamera() } };
export const CameraOn: Story<Args> = {
  args: { from: 'camera', mediaDevices: ballCamera() },
  play: startCamera,
};
export const CameraAsks: Story<Args> = {
  args: { from: 'camera', mediaDevices: { getUserMedia: () => new Promise(() => {}) } },
  play: async ({ canvasElement }) => void (await press(canvasElement, '[part="camera-start"]')),
};
export const CameraRefused: Story<Args> = {
  args: { from: 'camera', mediaDevices: failingCamera('NotAllowedError') },
  play: startCamera,
};
export const NoCamera: Story<Args> = {
  args: { from: 'camera', mediaDevices: failingCamera('NotFoundError') },
  play: startCamera,
};
export const ForANetwork: Story<Args> = {
  args: { for: 'network', session: new FakeSession() },
  play: takeFirst,
};
export const APhotoForANetwork: Story<Args> = {
  args: { for: 'network', from: 'file' },
  play: chooseFile(() => paperPhoto('paper.jpg', 'image/jpeg'), 'inverted'),
};
export const DrawingForANetwork: Story<Args> = { args: { for: 'network', from: 'draw' } };
export const OtherNetwork: Story<Args> = {
  args: { for: 'network', session: otherNetwork() },
  play: takeFirst,
};
export const AsATable: Story<Args> = { args: { table: true }, play: takeFirst };
export const WrongPicture: Story<Args> = {
  args: { image: { shape: [1, 2, 2, 2], data: new Float32Array(8) }, maxSize: 0.5 },
};
/** A page of plain HTML: what is taken here is shown there. */
export const WithATarget: Story<Args> = {
  render: () =>
    html`<cnn-image-source targets="image-source-story"></cnn-image-source>
      <cnn-pixels id="image-source-story"></cnn-pixels>`,
  play: takeFirst,
};

function otherNetwork(): ModelSession {
  const session = new FakeSession();
  const { current } = session.state;
  session.state.set(current && { ...current, model: { ...current.model, inputShape: [64, 64, 3] } });
  return session;
}
