/**
 * Why a row may be left out: a closed list. A reason that is not here is an error, so nothing is skipped unseen;
 * the summary counts each. Layouts are never a reason: they are transposed at the border.
 */
export const skipReasons = /** @type {const} */ ({
  unconfirmed: 'a second implementation does not confirm the stored answer (marked so in the corpus)',
  op: 'op not built yet',
  dtype: 'dtype other than float32, int32, uint8 and bool',
  rank: 'window over one or three axes',
  ceilMode: 'attribute: output size rounded up',
  classWeights: 'attribute: class weights',
  ignoreIndex: 'attribute: ignored label',
  randomMask: 'attribute: stored random mask',
  padMode: 'attribute: padding other than constant',
});

export class Skip extends Error {
  /** @param {keyof typeof skipReasons} reason @param {string} [detail] What exactly, for `--list-skips`. */
  constructor(reason, detail = '') {
    if (!(reason in skipReasons)) throw new Error(`"${reason}" is not on the list of reasons to skip a row`);
    super(detail);
    this.reason = reason;
  }
}
