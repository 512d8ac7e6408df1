// The seed network once more, in double precision and as plainly as can be: what the page's numbers are held against. Shares no
// line with the engine.

/** Layers with weights, in their order, as the engine calls them. */
export const weightPaths = [
  'conv1/filter',
  'conv1/bias',
  'conv2/filter',
  'conv2/bias',
  'dense1/kernel',
  'dense1/bias',
  'dense2/kernel',
  'dense2/bias',
];

const relu = (value) => Math.max(0, value);
const same = (value) => value;

/**
 * @param image 784 numbers. @param weights By path.
 * @param isBent Without, no function follows any sum and pools take the mean.
 */
export function forward(image, weights, isBent = true) {
  const bend = isBent ? relu : same;
  const sums1 = convolve(image, 28, 1, weights['conv1/filter'], weights['conv1/bias']);
  const conv1 = sums1.map(bend);
  const pool1 = pool(conv1, 28, 8, isBent);
  const sums2 = convolve(pool1, 14, 8, weights['conv2/filter'], weights['conv2/bias']);
  const conv2 = sums2.map(bend);
  const pool2 = pool(conv2, 14, 16, isBent);
  const dense1 = dense(pool2, weights['dense1/kernel'], weights['dense1/bias']).map(bend);
  const logits = dense(dense1, weights['dense2/kernel'], weights['dense2/bias']);
  return { conv1, pool1, sums2, conv2, pool2, dense1, logits };
}

/** A window of 5 × 5 with zeros round the image; channels last. */
function convolve(input, side, channels, filter, bias) {
  const filters = bias.length;
  const out = new Float64Array(side * side * filters);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      for (let unit = 0; unit < filters; unit++) {
        let sum = bias[unit];
        for (let y = 0; y < 5; y++)
          for (let x = 0; x < 5; x++) {
            const [inY, inX] = [row + y - 2, column + x - 2];
            if (inY < 0 || inY >= side || inX < 0 || inX >= side) continue;
            for (let channel = 0; channel < channels; channel++)
              sum +=
                input[(inY * side + inX) * channels + channel] *
                filter[((y * 5 + x) * channels + channel) * filters + unit];
          }
        out[(row * side + column) * filters + unit] = sum;
      }
  return out;
}

function pool(input, side, channels, isMaximum) {
  const half = side / 2;
  const out = new Float64Array(half * half * channels);
  for (let row = 0; row < half; row++)
    for (let column = 0; column < half; column++)
      for (let channel = 0; channel < channels; channel++) {
        const four = [0, 1, side, side + 1].map(
          (step) => input[(row * 2 * side + column * 2 + step) * channels + channel],
        );
        out[(row * half + column) * channels + channel] = isMaximum
          ? Math.max(...four)
          : four.reduce((sum, value) => sum + value, 0) / 4;
      }
  return out;
}

const dense = (input, kernel, bias) =>
  Float64Array.from(bias, (start, unit) =>
    input.reduce((sum, value, from) => sum + value * kernel[from * bias.length + unit], start),
  );

/** Mean of −log of the right class's share. */
export function lossOf(images, labels, weights) {
  const losses = labels.map((label, index) => {
    const { logits } = forward(images.slice(index * 784, index * 784 + 784), weights);
    const most = Math.max(...logits);
    return Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0)) + most - logits[label];
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** What each number of the flattened row puts into a score, with the units that are on as they are. */
export function putsInto({ pool2, dense1 }, weights, score) {
  return Float64Array.from(pool2, (value, from) => {
    let slope = 0;
    for (let unit = 0; unit < 128; unit++)
      if (dense1[unit] > 0)
        slope += weights['dense1/kernel'][from * 128 + unit] * weights['dense2/kernel'][unit * 10 + score];
    return value * slope;
  });
}
