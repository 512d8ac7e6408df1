// Feature maps: what each learned kernel makes of a drawing, and which of thirteen known detectors it is most like.
import { detectorScores, strokes } from '@convlens/datasets';
import type { DetectorName, KernelScore, StrokeKind } from '@convlens/datasets';
import { fillPad } from '../digits.js';
import type { Lab } from '../lab.js';
import { first } from '../signals.js';

const names: Readonly<Record<DetectorName, string>> = {
  horizontalLine: 'lying line',
  risingLine: 'rising line',
  verticalLine: 'standing line',
  fallingLine: 'falling line',
  brightRight: 'edge, ink on the right',
  brightTop: 'edge, ink on top',
  brightLeft: 'edge, ink on the left',
  brightBottom: 'edge, ink below',
  cornerBottomLeft: 'corner, bottom left',
  cornerBottomRight: 'corner, bottom right',
  cornerTopRight: 'corner, top right',
  cornerTopLeft: 'corner, top left',
  dot: 'dot',
};

export const elements: Lab['elements'] = () =>
  Promise.all([
    import('../define-model.js'),
    import('@convlens/elements/components/draw-pad/draw-pad'),
    import('@convlens/elements/components/feature-maps/feature-maps'),
    import('@convlens/elements/components/cell/cell'),
    import('@convlens/elements/components/kernels/kernels'),
    import('@convlens/elements/components/training-controls/training-controls'),
  ]);

export const start: Lab['start'] = async (stage) => {
  const pad = stage.part('cnn-draw-pad');
  const said = stage.part<HTMLOutputElement>('[data-part="stroke"]');
  let index = 0;
  for (const button of stage.place.querySelectorAll<HTMLButtonElement>('[data-kind]')) {
    const { kind, angle } = button.dataset;
    // The HTML names kinds that there are.
    const kinds = [kind as StrokeKind];
    const drawn = strokes({
      seed: 1,
      kinds,
      thickness: [2, 3],
      ...(angle !== undefined && { angles: [Number(angle), Number(angle)] }),
    });
    button.addEventListener(
      'click',
      () => {
        const stroke = drawn.at(index++);
        pad.value = stroke.image;
        said.value = 'angle' in stroke ? `${stroke.kind}, ${Math.round(stroke.angle)}°` : stroke.kind;
      },
      { signal: stage.left },
    );
  }
  const cell = stage.part('cnn-cell');
  stage.part('cnn-feature-maps').addEventListener(
    'cnn-unit-select',
    // What is not told of the cell is its strongest again.
    ({ unit }) => Object.assign(cell, { row: undefined, column: undefined, ...unit }),
    { signal: stage.left },
  );
  await fillPad(stage);
  const { data, shape } = await first(stage.session().tap({ path: 'conv1/filter' }), stage.left);
  // Of a convolution: four axes.
  const scores = detectorScores({
    filter: data,
    shape: shape as unknown as [number, number, number, number],
  });
  stage.part('[data-part="scores"]').replaceChildren(...scores.map(rowOf));
  stage.part('[data-part="how"]').textContent =
    'Cosine: how much the kernel looks like the detector, −1 to 1. AUC: how often its answer to a stroke of that kind is larger than to one of another; 0.5 is chance.';
};

function rowOf({ scores, looksLike, answersTo }: KernelScore, kernel: number): HTMLTableRowElement {
  const score = (name: DetectorName | undefined) => scores.find(({ detector }) => detector === name);
  const cells = [
    looksLike ? names[looksLike] : 'nothing',
    score(looksLike)?.cosine.toFixed(2) ?? '',
    answersTo ? names[answersTo] : 'nothing',
    score(answersTo)?.auc.toFixed(2) ?? '',
  ];
  const row = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = String(kernel);
  row.append(head, ...cells.map(cellOf));
  return row;
}

function cellOf(text: string): HTMLTableCellElement {
  const cell = document.createElement('td');
  cell.textContent = text;
  if (/^[−-]?\d/.test(text)) cell.className = 'num';
  return cell;
}
