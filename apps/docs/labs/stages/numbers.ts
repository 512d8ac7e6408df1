// Seeing numbers: what is drawn or taken from the visitor's own pictures, as the numbers that it is.
import type { ImageBatch } from '@convlens/types';
import { fillPad } from '../digits.js';
import type { Lab } from '../lab.js';

export const elements: Lab['elements'] = () =>
  Promise.all([
    import('@convlens/elements/components/draw-pad/draw-pad'),
    import('@convlens/elements/components/image-source/image-source'),
    import('@convlens/elements/components/pixels/pixels'),
  ]);

export const start: Lab['start'] = async (stage) => {
  const pad = stage.part('cnn-draw-pad');
  const pixels = stage.part('cnn-pixels');
  const count = stage.part<HTMLOutputElement>('[data-part="count"]');
  const source = stage.part('cnn-image-source');
  const { left: signal } = stage;

  const tell = ({ shape: [, height, width, channels] }: ImageBatch): void => {
    const numbers = (height * width * channels).toLocaleString('en');
    count.value = `${height} × ${width} pixels × ${channels} ${channels === 1 ? 'channel' : 'channels'} = ${numbers} numbers`;
  };
  const show = (image: ImageBatch): void => {
    pixels.image = image;
    tell(image);
  };

  pad.addEventListener('cnn-input-change', ({ images }) => show(images), { signal });
  // It gives the picture to the pixels itself; here it is counted.
  source.addEventListener('cnn-image-change', ({ image }) => tell(image), { signal });
  stage.part('[data-part="colours"]').addEventListener('click', () => show(colours()), { signal });

  await fillPad(stage);
  if (pad.value && !signal.aborted) show(pad.value);
};

/** Three lights that overlap: every mixture of red, green and blue is somewhere in it. */
function colours(): ImageBatch {
  const side = 48;
  const lights = [
    { row: 17, column: 24 },
    { row: 29, column: 17 },
    { row: 29, column: 31 },
  ];
  const data = new Float32Array(side * side * 3);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      lights.forEach((light, channel) => {
        const distance = Math.hypot(row - light.row, column - light.column);
        data[(row * side + column) * 3 + channel] = Math.min(1, Math.max(0, (17 - distance) / 6));
      });
  return { shape: [1, side, side, 3], data };
}
