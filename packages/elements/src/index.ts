/** Elements as classes; importing it registers nothing. Read: what they draw from, the elements, what they tell, their colours. */
export { sessionContext } from './context.js';
export { CnnDrawPad } from './components/draw-pad/draw-pad.component.js';
export { CnnNetwork } from './components/network/network.component.js';
export { CnnConvolution } from './components/convolution/convolution.component.js';
export { CnnKernels } from './components/kernels/kernels.component.js';
export { CnnProbabilities } from './components/probabilities/probabilities.component.js';
export { CnnShapeCalculator } from './components/shape-calculator/shape-calculator.component.js';
export { CnnTrainingChart } from './components/training-chart/training-chart.component.js';
export { CnnTrainingControls } from './components/training-controls/training-controls.component.js';
export { CnnInputChangeEvent } from './events/input-change.js';
export type { InputOrigin } from './events/input-change.js';
export { CnnKernelChangeEvent } from './events/kernel-change.js';
export { CnnUnitSelectEvent } from './events/unit-select.js';
export type { Unit } from './events/unit-select.js';
export { CnnCommandEvent } from './events/command.js';
export { colourTokens, pageTokens } from './styles/tokens.js';
export type { ColourPair } from './styles/tokens.js';
export { prepareDigit } from './draw/prepare-digit.js';
