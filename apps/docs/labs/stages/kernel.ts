// A pen and the Convolution Lab on one network: what is drawn, or a picture of one's own, is what the kernel slides over. A weight
// that is changed in a learned kernel is changed in the network too, whose shares stand beside the pen.
import { fillPad } from '../digits.js';
import type { Lab } from '../lab.js';

export const elements: Lab['elements'] = () =>
  Promise.all([
    import('../define-model.js'),
    import('@convlens/elements/components/draw-pad/draw-pad'),
    import('@convlens/elements/components/convolution/convolution'),
    import('@convlens/elements/components/image-source/image-source'),
    import('@convlens/elements/components/probabilities/probabilities'),
  ]);

export const start: Lab['start'] = async (stage) => {
  const convolution = stage.part('cnn-convolution');
  // Whoever draws again wants to see the drawing, not the picture of before.
  stage
    .part('cnn-draw-pad')
    .addEventListener('cnn-input-change', () => (convolution.data = undefined), { signal: stage.left });
  await fillPad(stage);
};
