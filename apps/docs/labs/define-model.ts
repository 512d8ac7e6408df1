// Registers `<cnn-model>` alone: a lab loads the elements that it shows and no others.
import { CnnModel } from '@convlens/live';

if (!customElements.get('cnn-model')) customElements.define('cnn-model', CnnModel);
