// Seeing numbers: what is drawn or taken from the visitor's own pictures, as the numbers that it is.
import type { ImageBatch } from '@convlens/types';
import { fillPad } from '../digits.js';
import type { Lab, Stage } from '../lab.js';
import { newestOnly } from '../newest-only.js';
import { greyDigit, isOnPaper, rowOf, scoresOf, shiftSentence, shiftsOf } from '../score-shift.js';
import type { Mixing } from '../score-shift.js';

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

interface Whole {
  readonly image: ImageBatch;
  /** Once they are asked: what changes is told against these. */
  read?: { readonly onPaper: boolean; readonly scores: Float32Array };
}

interface Wish {
  readonly whole: Whole;
  readonly mixed?: ImageBatch;
  readonly mixing?: Mixing;
}

/** The scores of the picture whole, and what a mute or a swap does to each. */
function scoreTable(stage: Stage): { begin(image: ImageBatch): void; mixed(image: ImageBatch): void } {
  const body = stage.part<HTMLTableElement>('[data-part="shifts"]').tBodies[0]!;
  const fallen = stage.part('[data-part="fallen"]');
  const pixels = stage.part('cnn-pixels');
  let whole: Whole | undefined;

  const readWhole = async ({ image }: Whole): Promise<NonNullable<Whole['read']>> => {
    const onPaper = await isOnPaper(image);
    return { onPaper, scores: await scoresOf(stage.session(), await greyDigit(image, onPaper)) };
  };
  const show = async ({ whole: of, mixed, mixing }: Wish): Promise<void> => {
    const { onPaper, scores } = (of.read ??= await readWhole(of));
    const after = mixed ? await scoresOf(stage.session(), await greyDigit(mixed, onPaper)) : scores;
    if (stage.left.aborted) return;
    const names = Array.from(scores, (_, index) => String(index));
    const shifts = shiftsOf(names, scores, after);
    body.replaceChildren(
      ...shifts.map((shift) => {
        const row = document.createElement('tr');
        for (const text of rowOf(shift))
          row.append(Object.assign(document.createElement('td'), { textContent: text }));
        return row;
      }),
    );
    fallen.textContent = mixing ? shiftSentence(shifts, mixing) : 'The scores are of the picture whole.';
  };
  const tellFailure = (error: unknown): void => {
    if (!stage.left.aborted) fallen.textContent = error instanceof Error ? error.message : String(error);
  };
  const ask = newestOnly(show, tellFailure);
  const mixingNow = (): Mixing => ({ isMuted: !!pixels.mute, isSwapped: !!pixels.order });
  return {
    begin(image) {
      whole = { image };
      const mixing = mixingNow();
      // What was muted in the picture before stays muted in what is seen of this one.
      ask(mixing.isMuted || mixing.isSwapped ? { whole } : { whole, mixing });
    },
    mixed(image) {
      // The pixels tell the page first and change after it.
      queueMicrotask(() => {
        if (whole) ask({ whole, mixed: image, mixing: mixingNow() });
      });
    },
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
