/**
 * Pages made of several elements that stand in one host, as a page of a visitor's own would be: they share a session and what is
 * pointed at. Weights come from a formula and the run is made up; on the site the same elements watch a network that learns.
 */
import type { ModelCommand, TrainingHistory } from '@convlens/types';
import { ContextProvider } from '@lit/context';
import { css, html, LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { fakeHistory, FakeSession, fakeState } from '../../test/fake-session.js';
import { digitImage, seedRecord } from '../../test/seed-record.js';
import { inside, settle } from '../../test/settle.js';
import { assert } from '../../test/story.js';
import type { Meta, Story } from '../../test/story.js';
import type { ConfusionData } from '../components/confusion-matrix/tally.js';
import { selectionContext, sessionContext } from '../context.js';
import { defineAll } from '../define-all.js';
import { Selection } from '../selection.js';

defineAll();

/** What `<cnn-model>` does for a page, without an engine. */
class StoryPage extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 32px;
      max-width: 1360px;
      margin: 0 auto;
    }
  `;
  @property({ attribute: false }) session: FakeSession | undefined;
  readonly #sessions = new ContextProvider(this, { context: sessionContext });
  readonly selection = new Selection();
  readonly #selections = new ContextProvider(this, { context: selectionContext });
  protected override willUpdate(): void {
    this.#sessions.setValue(this.session);
    this.#selections.setValue(this.selection);
  }
  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
if (!customElements.get('story-page')) customElements.define('story-page', StoryPage);

interface Args {
  readonly session?: FakeSession;
}

export default {
  title: 'Anatomy',
  component: 'story-page',
  render: () => html``,
} satisfies Meta<Args>;

const heading = (title: string, text: string): TemplateResult =>
  html`<header>
    <h1 style="margin: 0; font: 600 20px/28px system-ui">${title}</h1>
    <p style="margin: 4px 0 0; max-width: 72ch; font: 400 14px/20px system-ui">${text}</p>
  </header>`;

/** Side by side where there is room for both. */
const columns = (least: number, ...parts: readonly TemplateResult[]): TemplateResult =>
  html`<div
    style="display: grid; gap: 32px; grid-template-columns: repeat(auto-fit, minmax(min(100%, ${least}px), 1fr)); align-items: start"
  >
    ${parts}
  </div>`;

/** Point at a cell above; what made it is below. */
export const NetworkAndXRay: Story<Args> = {
  args: { session: new FakeSession() },
  render: ({ session }) =>
    html`<story-page .session=${session}>
      ${heading('A network, and any number of it taken apart', 'Draw a digit. Point at a cell of any map: the X-ray below follows, down to the pixels.')}
      <cnn-network>
        <cnn-draw-pad slot="input" no-preview .samples=${[digitImage(), digitImage(3)]}></cnn-draw-pad>
      </cnn-network>
      <cnn-cell follow layer="conv2" unit="3"></cnn-cell>
      <cnn-kernels layer="conv1"></cnn-kernels>
    </story-page>`,
  play: async ({ canvasElement }) => {
    const page = canvasElement.querySelector<StoryPage>('story-page')!;
    const cell = canvasElement.querySelector('cnn-cell')!;
    await settle(cell);
    assert(
      inside(cell, '[part="readout"]').textContent!.includes('conv2'),
      'the X-ray begins where it is told to',
    );
    page.selection.point({ layer: 'conv1', unit: 2, row: 9, column: 12 });
    await settle(cell);
    assert(
      inside(cell, '[part="readout"]').textContent!.includes('conv1'),
      'the X-ray follows what is pointed at',
    );
  },
};

/** The same numbers as a picture and as a calculation. */
export const OneConvolution: Story<Args> = {
  render: () =>
    html`<story-page>
      ${heading('One convolution', 'Above, every product of a window; below, how large the result is and what it costs.')}
      <cnn-convolution .data=${digitImage()}></cnn-convolution>
      <cnn-shape-calculator kernel="3" filters="1" padding="valid"></cnn-shape-calculator>
    </story-page>`,
};

/** From a row of features to an answer. */
export const TheVerdict: Story<Args> = {
  args: { session: new FakeSession() },
  render: ({ session }) =>
    html`<story-page .session=${session}>
      ${heading('From features to a verdict', 'Each score is a weighted sum; softmax makes shares of the scores.')}
      ${columns(480, html`<cnn-dense></cnn-dense>`, html`<cnn-softmax></cnn-softmax>`)}
      <cnn-probabilities top="3"></cnn-probabilities>
    </story-page>`,
};

/** Controls, curves and mistakes of one run; it is made up, and moves as a run does. */
export const Training: Story<Args> = {
  args: { session: undefined as never },
  render: () =>
    html`<story-page .session=${new MadeUpRun()}>
      ${heading('A run, its curves and its mistakes', 'The curves of this page are made up; the controls move them as those of a run.')}
      ${columns(
        320,
        html`<cnn-training-controls></cnn-training-controls>`,
        html`<cnn-training-chart></cnn-training-chart>`,
        html`<cnn-confusion-matrix .data=${mistakes}></cnn-confusion-matrix>`,
      )}
    </story-page>`,
  play: async ({ canvasElement }) => {
    const controls = canvasElement.querySelector('cnn-training-controls')!;
    const { session } = canvasElement.querySelector<StoryPage>('story-page')!;
    await settle(controls);
    inside(controls, '[part="step"]').click();
    await settle(controls);
    assert(session!.state.current!.step === 601, 'a step takes the run one step further');
  },
};

/** The recorded network, without any session. */
export const FromATrace: Story<Args> = {
  render: () =>
    html`<story-page>
      ${heading('A trace', 'The same pictures from a file: nothing runs here.')}
      <cnn-network .data=${trace}></cnn-network>
      ${columns(480, html`<cnn-layer-table .data=${trace}></cnn-layer-table>`, html`<cnn-histogram .data=${trace}></cnn-histogram>`)}
    </story-page>`,
};

const trace = { ...seedRecord(), recordedAt: '2026-05-01' };

const made = fakeHistory(2580);

/** A history that is laid out from the start and shown as far as the run has come. */
class MadeUpRun extends FakeSession {
  #step = 600;
  #timer: ReturnType<typeof setInterval> | undefined;
  constructor() {
    super();
    this.#show('paused');
  }
  override async send(command: ModelCommand): Promise<{ step: number }> {
    clearInterval(this.#timer);
    if (command.type === 'train') {
      if (command.from === 'scratch') this.#step = 0;
      this.#timer = setInterval(() => this.#go(8, 'training'), 50);
    }
    if (command.type === 'reset') this.#step = 0;
    this.#go(
      command.type === 'step' ? (command.count ?? 1) : 0,
      command.type === 'train' ? 'training' : 'paused',
    );
    return { step: this.#step };
  }
  #go(steps: number, phase: 'training' | 'paused'): void {
    this.#step = Math.min(made.step.length, this.#step + steps);
    // Nobody watches any more: the page has gone.
    const isOver = this.#step === made.step.length || this.subscriptions === 0;
    if (isOver) clearInterval(this.#timer);
    this.#show(isOver ? 'ended' : phase);
  }
  #show(phase: 'training' | 'paused' | 'ended'): void {
    const step = this.#step;
    const cut = <T>(list: readonly T[] | ArrayLike<T>): T[] => Array.from(list).slice(0, step);
    const history: TrainingHistory = {
      step: cut(made.step),
      loss: cut(made.loss),
      accuracy: cut(made.accuracy),
      validation: made.validation.filter((at) => at.step <= step),
    };
    this.history.set(history);
    this.state.set(fakeState({ phase, step, epoch: Math.ceil(step / 860), weights: 'training' }));
  }
}

/** Mistakes that follow from the index: most of all 4 taken for 9. */
const mistakes: ConfusionData = {
  classNames: Array.from({ length: 10 }, (_, index) => String(index)),
  actual: Int32Array.from({ length: 5000 }, (_, index) => (index * 7) % 10),
  predicted: Int32Array.from({ length: 5000 }, (_, index) => {
    const actual = (index * 7) % 10;
    return actual === 4 && index % 3 === 0 ? 9 : index % 9 === 0 ? (actual * 3 + index) % 10 : actual;
  }),
};
