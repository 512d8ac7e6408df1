// Learning: the loss, what one weight's step is made of, and what the network takes for what after it.
import { answerTo } from '../answer.js';
import { classesOf } from '../ask.js';
import { testDigits } from '../digits.js';
import type { Lab } from '../lab.js';

/** So many digits that no training sees are read again and again. */
const digitCount = 500;
/** While it trains, one look every so many steps: looking takes as long as some steps. */
const stepsBetween = 50;

export const elements: Lab['elements'] = () =>
  Promise.all([
    import('../define-model.js'),
    import('@convlens/elements/components/training-controls/training-controls'),
    import('@convlens/elements/components/training-chart/training-chart'),
    import('@convlens/elements/components/cell/cell'),
    import('@convlens/elements/components/histogram/histogram'),
    import('@convlens/elements/components/confusion-matrix/confusion-matrix'),
  ]);

export const start: Lab['start'] = async (stage) => {
  const matrix = stage.part('cnn-confusion-matrix');
  const of = stage.part('[data-part="of"]');
  const digits = await testDigits(digitCount);
  const session = stage.session();
  const classNames = Array.from({ length: 10 }, (_, digit) => String(digit));
  let looked = { step: -1, phase: '' };
  let isLooking = false;

  const read = async (): Promise<void> => {
    const request = { path: 'probabilities', rows: digits.length };
    // Training goes on meanwhile: the answer knows whose it is.
    const { data, step } = await answerTo(session, request, digits.images);
    const predicted = classesOf(data, digits.length);
    of.textContent = `${digits.length} digits that the training never sees, read by the weights of step ${step}.`;
    matrix.hidden = false;
    matrix.data = { classNames, actual: digits.labels, predicted, images: digits.images };
  };
  const tellFailure = (error: unknown): void => {
    if (stage.left.aborted) return;
    const reason = error instanceof Error ? error.message : String(error);
    of.textContent = `The digits could not be read: ${reason}${matrix.hidden ? '' : ' The matrix is the one from before.'}`;
  };
  const look = async (): Promise<void> => {
    const { current: state, error } = session.state;
    if (error) return tellFailure(error);
    if (!state || isLooking || stage.left.aborted) return;
    const { step, phase } = state;
    const isDue =
      phase !== looked.phase ||
      (phase === 'training' ? step >= looked.step + stepsBetween : step !== looked.step);
    if (phase === 'preparing' || !isDue) return;
    isLooking = true;
    try {
      await read();
      looked = { step, phase };
    } catch (error) {
      // The next change of the state tries again.
      tellFailure(error);
      return;
    } finally {
      isLooking = false;
    }
    void look();
  };
  const leave = session.state.subscribe(() => void look());
  stage.left.addEventListener('abort', leave);
  await look();
};
