/** `<cnn-probabilities>`, unregistered. */
import type { ActivationRecord, ImageBatch, SessionState, TrainingHistory } from '@convlens/types';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';

export class CnnProbabilities extends CnnElement {
  static override styles = [tokens, base];

  @property({ attribute: false }) data: ActivationRecord | undefined;
  /** Only so many, the most likely first. */
  @property({ type: Number }) top: number | undefined;

  protected override render(): TemplateResult {
    return html`${this.themes.probe()}`;
  }
}
