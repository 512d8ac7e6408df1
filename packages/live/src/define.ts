/** Registers `<cnn-model>` and all elements that it may hold. */
import '@convlens/elements/define-all';
import './model/model.js';
