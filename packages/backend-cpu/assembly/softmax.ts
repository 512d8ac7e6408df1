/**
 * Softmax and cross-entropy, row by row, in float64 inside. `exp` and `log` are AssemblyScript's own, compiled into the
 * module: the same bits in Node and in every browser, which `Math.exp` of the host does not promise.
 */

/** log(sum(exp(row))). The maximum is taken off first, so that exp does not overflow; NaN is passed on. */
// @ts-ignore: decorator
@inline
function logSumExp(x: usize, columns: i32): f64 {
  let most: f64 = -Infinity;
  for (let i = 0; i < columns; i++) {
    const value = <f64>load<f32>(x + (<usize>i << 2));
    if (!(value <= most)) most = value;
  }
  if (most == -Infinity) return -Infinity;
  let sum: f64 = 0;
  for (let i = 0; i < columns; i++) sum += Math.exp(<f64>load<f32>(x + (<usize>i << 2)) - most);
  return most + Math.log(sum);
}

export function softmax(x: usize, y: usize, rows: i32, columns: i32): void {
  for (; rows > 0; rows--) {
    const total = logSumExp(x, columns);
    for (let i = 0; i < columns; i++) {
      const at = <usize>i << 2;
      store<f32>(y + at, <f32>Math.exp(<f64>load<f32>(x + at) - total));
    }
    x += <usize>columns << 2;
    y += <usize>columns << 2;
  }
}

/** Labels are int32 classes; smoothing spreads its share evenly over all of them. */
export function softmaxCrossEntropy(
  logits: usize, labels: usize, loss: usize, logProbabilities: usize, rows: i32, columns: i32, smoothing: f64,
): void {
  const even = smoothing / <f64>columns;
  for (; rows > 0; rows--) {
    const total = logSumExp(logits, columns);
    const label = load<i32>(labels);
    let surprise: f64 = 0;
    for (let i = 0; i < columns; i++) {
      const at = <usize>i << 2;
      const logShare = <f64>load<f32>(logits + at) - total;
      const share = even + (i == label ? 1 - smoothing : 0);
      if (share != 0) surprise -= share * logShare;
      store<f32>(logProbabilities + at, <f32>logShare);
    }
    store<f32>(loss, <f32>surprise);
    logits += <usize>columns << 2;
    logProbabilities += <usize>columns << 2;
    labels += 4;
    loss += 4;
  }
}

/** dLogits = dy (softmax - target) */
export function softmaxCrossEntropyBackprop(
  dy: usize, logProbabilities: usize, labels: usize, dLogits: usize, rows: i32, columns: i32, smoothing: f64,
): void {
  const even = smoothing / <f64>columns;
  for (; rows > 0; rows--) {
    const label = load<i32>(labels);
    const slope = <f64>load<f32>(dy);
    for (let i = 0; i < columns; i++) {
      const at = <usize>i << 2;
      const share = even + (i == label ? 1 - smoothing : 0);
      store<f32>(dLogits + at, <f32>(slope * (Math.exp(<f64>load<f32>(logProbabilities + at)) - share)));
    }
    logProbabilities += <usize>columns << 2;
    dLogits += <usize>columns << 2;
    labels += 4;
    dy += 4;
  }
}
