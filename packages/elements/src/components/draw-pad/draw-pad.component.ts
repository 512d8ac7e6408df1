/** `<cnn-draw-pad>`, unregistered. */
import type { ActivationRecord, ImageBatch, SessionState, TrainingHistory } from '@convlens/types';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';

export class CnnDrawPad extends CnnElement {
  static override styles = [tokens, base];

  /** Pictures to choose from, one image each. */
  @property({ attribute: false }) samples: readonly ImageBatch[] = [];
  /** The image as the network is to see it. */
  @property({ attribute: false }) value: ImageBatch | undefined;
  /** Leaves the drawing where it was drawn. */
  @property({ type: Boolean, attribute: 'no-centre' }) noCentre = false;
  @property({ type: Boolean, attribute: 'no-preview' }) noPreview = false;

  protected override render(): TemplateResult {
    return html`${this.themes.probe()}`;
  }
}
