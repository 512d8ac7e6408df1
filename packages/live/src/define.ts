/** Registers `<cnn-model>` and all elements that it may hold. */
import { defineAll } from '@convlens/elements/define-all';
import './model/model.js';

defineAll();
