// Where the usual telling is loose: each claim beside the numbers that it has to stand up to.
import { fillPad } from '../digits.js';
import type { Lab } from '../lab.js';
import { answersTo, swapped } from '../letters.js';
import { first } from '../signals.js';

export const elements: Lab['elements'] = () =>
  Promise.all([
    import('../define-model.js'),
    import('@convlens/elements/components/draw-pad/draw-pad'),
    import('@convlens/elements/components/layer-table/layer-table'),
    import('@convlens/elements/components/convolution/convolution'),
    import('@convlens/elements/components/cell/cell'),
  ]);

export const start: Lab['start'] = async (stage) => {
  const { left: signal } = stage;
  read(stage);
  const train = stage.part<HTMLButtonElement>('[data-part="train"]');
  const progress = stage.part<HTMLOutputElement>('[data-part="progress"]');
  const gaps = stage.part('[data-part="gaps"]');
  train.addEventListener(
    'click',
    async () => {
      train.disabled = true;
      gaps.replaceChildren();
      try {
        const { epochs, learnByHeart } = await import('../by-heart.js');
        for (const halving of ['pooling', 'stride'] as const) {
          const name = halving === 'pooling' ? 'max-pooling' : 'stride 2, no pooling';
          const found = await learnByHeart(halving, signal, (epoch) => {
            progress.value = `${name}: epoch ${epoch} of ${epochs}`;
          });
          gaps.append(rowOf(name, found));
          stage.part('[data-part="results"]').hidden = false;
        }
        progress.value =
          'Both know what they have learned by heart; the gap is there with pooling and without.';
      } catch (error) {
        if (!signal.aborted) progress.value = (error as Error).message;
      }
      train.disabled = false;
    },
    { signal },
  );
  await fillPad(stage);
  const { model } = await first(stage.session().state, signal);
  const pooling = model.layers.filter(({ className }) => className.includes('Pooling'));
  const count = pooling.reduce((sum, { parameterCount }) => sum + parameterCount, 0);
  stage.part('[data-part="pooling"]').textContent = String(count);
  stage.part('[data-part="all"]').textContent = model.parameterCount.toLocaleString('en');
};

function rowOf(
  name: string,
  {
    parameters,
    known,
    unseen,
  }: { readonly parameters: number; readonly known: number; readonly unseen: number },
): HTMLTableRowElement {
  const row = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = name;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const texts = [
    parameters.toLocaleString('en'),
    percent(known),
    percent(unseen),
    `${((known - unseen) * 100).toFixed(1)} points`,
  ];
  row.append(head, ...texts.map((text) => cellOf(text, 'num')));
  return row;
}

function cellOf(text: string, className = ''): HTMLTableCellElement {
  const cell = document.createElement('td');
  cell.textContent = text;
  cell.className = className;
  return cell;
}

/** The row of letters and what the kernel answers at each of them. */
function read({ part, left: signal }: Parameters<NonNullable<Lab['start']>>[0]): void {
  const sentence = part<HTMLInputElement>('[data-part="sentence"]');
  const letters = part<HTMLInputElement>('[data-part="letters"]');
  const show = (): void => {
    const answers = answersTo(sentence.value, letters.value);
    const largest = Math.max(0, ...answers);
    const heading = (text: string) => {
      const cell = document.createElement('th');
      cell.scope = 'row';
      cell.textContent = text;
      return cell;
    };
    part('[data-part="row-letters"]').replaceChildren(
      heading('letter'),
      ...[...sentence.value].map((letter) => cellOf(letter)),
    );
    part('[data-part="row-answers"]').replaceChildren(
      heading('answer'),
      ...answers.map((answer) => cellOf(String(answer), answer === largest ? 'num lab-largest' : 'num')),
    );
    part('[data-part="largest"]').textContent =
      `The largest answer is ${largest} of ${letters.value.length}; that is all that a global maximum hands on.`;
  };
  sentence.addEventListener('input', show, { signal });
  letters.addEventListener('input', show, { signal });
  part('[data-part="swap"]').addEventListener(
    'click',
    () => {
      sentence.value = swapped(sentence.value);
      show();
    },
    { signal },
  );
  show();
}
