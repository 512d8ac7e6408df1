/** `<cnn-training-controls>`, unregistered. */
import type { ActivationRecord, ImageBatch, SessionState, TrainingHistory } from '@convlens/types';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';

export class CnnTrainingControls extends CnnElement {
  static override styles = [tokens, base];

  @property({ attribute: false }) data: SessionState | undefined;

  protected override render(): TemplateResult {
    return html`${this.themes.probe()}`;
  }
}
