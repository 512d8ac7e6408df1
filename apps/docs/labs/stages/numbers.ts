// Seeing numbers: what is drawn or taken from the visitor's own pictures, as the numbers that it is.
import type { ImageBatch } from '@convlens/types';
import { fillPad } from '../digits.js';
import type { Lab, Stage } from '../lab.js';
import { greyDigit, scoresOf, shiftsOf } from '../score-shift.js';

export const elements: Lab['elements'] = () =>
  Promise.all([
    import('@convlens/elements/components/draw-pad/draw-pad'),
    import('@convlens/elements/components/image-source/image-source'),
    import('@convlens/elements/components/pixels/pixels'),
    import('../define-model.js'),
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
  const scores = scoreTable(stage);
  const show = (image: ImageBatch): void => {
    pixels.image = image;
    tell(image);
    scores.begin(image);
  };

  pad.addEventListener('cnn-input-change', ({ images }) => show(images), { signal });
  // It gives the picture to the pixels itself; here it is counted.
  const taken = ({ image }: { readonly image: ImageBatch }): void => {
    tell(image);
    scores.begin(image);
  };
  source.addEventListener('cnn-image-change', taken, { signal });
  pixels.addEventListener('cnn-image-change', ({ image }) => scores.mixed(image), { signal });
  stage.part('[data-part="colours"]').addEventListener('click', () => show(colours()), { signal });

  await fillPad(stage);
  if (pad.value && !signal.aborted) show(pad.value);
};

/** The scores of the picture whole, and what a mute does to each. */
function scoreTable(stage: Stage): { begin(image: ImageBatch): void; mixed(image: ImageBatch): void } {
  const body = stage.part<HTMLTableElement>('[data-part="shifts"]').tBodies[0]!;
  const fallen = stage.part('[data-part="fallen"]');
  const signed = new Intl.NumberFormat('en', { signDisplay: 'exceptZero', maximumFractionDigits: 3 });
  let whole: Promise<Float32Array> | undefined;
  // Pictures come faster than answers: only the newest is asked for.
  let newest = 0;
  const ask = async (image: ImageBatch): Promise<Float32Array> =>
    scoresOf(stage.session(), await greyDigit(image));
  const show = async (image: ImageBatch, isWhole: boolean): Promise<void> => {
    const turn = ++newest;
    const after = ask(image);
    if (isWhole) whole = after;
    const before = await (whole ?? after);
    const names = Array.from(before, (_, index) => String(index));
    const shifts = shiftsOf(names, before, await after);
    if (turn !== newest || stage.left.aborted) return;
    body.replaceChildren(
      ...shifts.map(({ name, score, change }) => {
        const row = document.createElement('tr');
        for (const text of [name, score.toFixed(3), signed.format(change)])
          row.append(Object.assign(document.createElement('td'), { textContent: text }));
        return row;
      }),
    );
    const [first] = shifts;
    fallen.textContent =
      isWhole || !first || first.change >= 0
        ? 'Nothing is muted.'
        : `The score of ${first.name} falls most, by ${signed.format(first.change)}.`;
  };
  const tellFailure = (error: unknown): void => {
    fallen.textContent = error instanceof Error ? error.message : String(error);
  };
  return {
    begin: (image) => void show(image, true).catch(tellFailure),
    mixed: (image) => void show(image, false).catch(tellFailure),
  };
}

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
