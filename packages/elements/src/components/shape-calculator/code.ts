/** The same layer as code for three libraries; what is their default is left out. */
import type { WindowPlan } from '@convlens/geometry';
import type { LayerSettings } from './layer.js';

export type Library = 'ConvLens' | 'Keras' | 'PyTorch';

export function codeFor(library: Library, settings: LayerSettings, { pads }: WindowPlan): string {
  if (library === 'ConvLens') return convLens(settings);
  return library === 'Keras' ? keras(settings) : pyTorch(settings, pads);
}

const given = (entries: readonly (readonly [text: string, isGiven: boolean])[]): string =>
  entries
    .filter(([, isGiven]) => isGiven)
    .map(([text]) => text)
    .join(', ');

function convLens({ filters, kernel, stride, padding, dilation, groups }: LayerSettings): string {
  const options = given([
    [`filters: ${filters}`, true],
    [`kernelSize: ${kernel}`, true],
    [`strides: ${stride}`, stride !== 1],
    [
      `padding: ${typeof padding === 'string' ? `'${padding}'` : JSON.stringify(padding)}`,
      padding !== 'valid',
    ],
    [`dilationRate: ${dilation}`, dilation !== 1],
    [`groups: ${groups}`, groups !== 1],
  ]);
  return `new Conv2D({ ${options} })`;
}

/** Keras knows 'same' and 'valid'; a number is a layer of its own. It refuses strides together with dilation. */
function keras({ filters, kernel, stride, padding, dilation, groups }: LayerSettings): string {
  const isNumber = typeof padding === 'number' && padding > 0;
  const options = given([
    [`${filters}`, true],
    [`${kernel}`, true],
    [`strides=${stride}`, stride !== 1],
    ['padding="same"', padding === 'same'],
    [`dilation_rate=${dilation}`, dilation !== 1],
    [`groups=${groups}`, groups !== 1],
  ]);
  return [
    ...(stride > 1 && dilation > 1 ? ['# Keras refuses strides > 1 together with dilation_rate > 1'] : []),
    ...(isNumber ? [`keras.layers.ZeroPadding2D(${padding})`] : []),
    `keras.layers.Conv2D(${options})`,
  ].join('\n');
}

/** PyTorch pads all sides alike, or beforehand: `ZeroPad2d((left, right, top, bottom))`. */
function pyTorch(
  { channels, filters, kernel, stride, dilation, groups }: LayerSettings,
  { top, bottom, left, right }: WindowPlan['pads'],
): string {
  const isEven = top === bottom && left === right;
  const padding = top === left ? `${top}` : `(${top}, ${left})`;
  const options = given([
    [`${channels}`, true],
    [`${filters}`, true],
    [`${kernel}`, true],
    [`stride=${stride}`, stride !== 1],
    [`padding=${padding}`, isEven && top + left > 0],
    [`dilation=${dilation}`, dilation !== 1],
    [`groups=${groups}`, groups !== 1],
  ]);
  const conv = `nn.Conv2d(${options})`;
  return isEven ? conv : `nn.ZeroPad2d((${left}, ${right}, ${top}, ${bottom}))\n${conv}`;
}
