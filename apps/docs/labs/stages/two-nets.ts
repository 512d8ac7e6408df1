// Two nets and one pen: the same drawing, shifted or shuffled, goes to a network of convolutions and to one without.
import { permutePixels } from '@convlens/datasets';
import { permuteSeed } from '@convlens/pretrained/seed-network-permuted';
import type { ImageBatch } from '@convlens/types';
import { classesOf, probabilitiesOf } from '../ask.js';
import { fillPad, testDigits } from '../digits.js';
import type { Lab } from '../lab.js';
import { inkPicture } from '../ink-picture.js';
import { joined, shifted } from '../shift.js';
import { first } from '../signals.js';
import { weightsOf } from '../weights.js';

/** So many test digits are read at once, after the visitor's own. */
const digitCount = 400;
const nets = [
  ['#convolutional', 'seed-network'],
  ['#dense', 'dense-network'],
] as const;

export const elements: Lab['elements'] = () =>
  Promise.all([
    import('../define-model.js'),
    import('@convlens/elements/components/draw-pad/draw-pad'),
    import('@convlens/elements/components/probabilities/probabilities'),
  ]);

export const start: Lab['start'] = async (stage) => {
  const pad = stage.part('cnn-draw-pad');
  const shuffle = stage.part<HTMLInputElement>('[data-part="shuffle"]');
  const said = stage.part<HTMLOutputElement>('[data-part="shift"]');
  const note = stage.part('[data-part="note"]');
  const { left: signal } = stage;
  let [rows, columns] = [0, 0];

  await fillPad(stage);
  const digits = await testDigits(digitCount);

  /** As both networks are to see it. */
  const treated = (images: ImageBatch): ImageBatch => {
    const moved = shifted(images, rows, columns);
    return shuffle.checked ? permutePixels(moved, permuteSeed) : moved;
  };
  const drawing = (): ImageBatch => pad.value ?? { shape: [1, 28, 28, 1], data: new Float32Array(784) };
  const pictures = nets.map(([net]) =>
    inkPicture(stage.part<HTMLCanvasElement>(`${net} [data-part="given"]`), signal),
  );
  /** While many digits are read the drawing waits: it would take their place before they are answered. */
  let isMeasuring = false;
  const show = (): void => {
    const images = treated(drawing());
    for (const picture of pictures) picture.show(images);
    if (isMeasuring) return;
    for (const [net] of nets)
      // A network that is gone says so itself.
      stage
        .session(net)
        .send({ type: 'input', images })
        .catch(() => {});
  };

  /** Raised by every change: an answer to an older question is thrown away. */
  let question = 0;
  const measure = async (asked: number): Promise<void> => {
    const places = nets.map(([net]) => stage.part(net));
    for (const place of places) place.setAttribute('aria-busy', 'true');
    const images = joined([treated(drawing()), treated(digits.images)]);
    const shares = await Promise.all(
      nets.map(async ([net]) => {
        const session = stage.session(net);
        const probabilities = await probabilitiesOf(session, images);
        const read = classesOf(probabilities, digits.length + 1).subarray(1);
        return (
          read.reduce((right, digit, index) => right + Number(digit === digits.labels[index]), 0) /
          digits.length
        );
      }),
    );
    if (asked !== question || signal.aborted) return;
    nets.forEach(([net], index) => {
      stage.part(`${net} [data-part="accuracy"]`).textContent = percent(shares[index]!);
      stage.part(`${net} [data-part="digits"]`).textContent = String(digits.length);
      places[index]!.removeAttribute('aria-busy');
    });
    note.textContent = `Convolutions read ${percent(shares[0]!)} of the digits, dense layers ${percent(shares[1]!)}: ${shiftText(rows, columns)}${shuffle.checked ? ', shuffled' : ''}.`;
  };
  // One question at a time, and only the newest waits.
  let running = Promise.resolve();
  const change = (): void => {
    said.value = shiftText(rows, columns);
    show();
    const asked = ++question;
    running = running.then(async () => {
      if (asked !== question || signal.aborted) return;
      isMeasuring = true;
      await measure(asked).catch((error: unknown) => (note.textContent = (error as Error).message));
      isMeasuring = false;
      if (!signal.aborted) show();
    });
  };

  pad.addEventListener('cnn-input-change', show, { signal });
  for (const button of stage.place.querySelectorAll<HTMLButtonElement>('[data-move]')) {
    const [down = 0, right = 0] = button.dataset['move']!.split(' ').map(Number);
    button.addEventListener(
      'click',
      () => {
        [rows, columns] = [within(rows + down), within(columns + right)];
        change();
      },
      { signal },
    );
  }
  stage.part('[data-part="back"]').addEventListener(
    'click',
    () => {
      [rows, columns] = [0, 0];
      change();
    },
    { signal },
  );
  shuffle.addEventListener(
    'change',
    async () => {
      for (const [net, name] of nets)
        stage.part(net).setAttribute('src', await weightsOf(shuffle.checked ? `${name}-permuted` : name));
      // The models take their new addresses before anything is asked of them.
      await Promise.all(
        nets.map(
          ([net]) => stage.part<HTMLElement & { updateComplete?: Promise<unknown> }>(net).updateComplete,
        ),
      );
      change();
    },
    { signal },
  );

  for (const [net] of nets) {
    const { model } = await first(stage.session(net).state, signal);
    stage.part(`${net} [data-part="parameters"]`).textContent = model.parameterCount.toLocaleString('en');
  }
  change();
  await running;
};

/** A digit that has left the picture cannot be read by anybody. */
const within = (shift: number): number => Math.max(-8, Math.min(8, shift));
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function shiftText(rows: number, columns: number): string {
  const parts = [
    columns === 0 ? '' : `${Math.abs(columns)} ${columns > 0 ? 'right' : 'left'}`,
    rows === 0 ? '' : `${Math.abs(rows)} ${rows > 0 ? 'down' : 'up'}`,
  ].filter(Boolean);
  return parts.length === 0 ? 'not shifted' : `shifted ${parts.join(', ')}`;
}
