/** `<cnn-activation>` in every state. */
import type { ActivationName, ActivationRecord, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { BendingSession } from '../../../test/bending-session.js';
import { bentRecord, seedWeights } from '../../../test/bent-record.js';
import { digit, seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { notNumbers, ofAnotherVersion, sessionIn } from '../../../test/session-in.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import type { CnnActivation } from './activation.js';
import './activation.js';

interface Args {
  readonly data?: ActivationRecord;
  readonly session?: ModelSession;
  readonly layer?: string;
  readonly unit?: number;
  readonly activation?: ActivationName;
  readonly table?: boolean;
}

export default {
  title: 'Non-linearity Lab',
  component: 'cnn-activation',
  tags: ['autodocs'],
  render: ({ data, session, layer, unit = 0, activation, table = false }) =>
    html`<cnn-activation
      .data=${data}
      .session=${session}
      .layer=${layer}
      .activation=${activation}
      unit=${unit}
      ?table=${table}
    ></cnn-activation>`,
} satisfies Meta<Args>;

export const ToBeginWith: Story<Args> = {};
export const AMap: Story<Args> = { args: { data: seedRecord(), layer: 'conv1', unit: 2 } };
export const DenseUnits: Story<Args> = { args: { data: seedRecord(), layer: 'dense1' } };
export const AnotherFunction: Story<Args> = {
  args: { data: seedRecord(), layer: 'conv2', unit: 3, activation: 'tanh' },
};
export const WithoutFunctions: Story<Args> = { args: { data: bentRecord() } };
export const OnlyMaximaBend: Story<Args> = {
  args: { data: bentRecord(digit(), seedWeights, { pooling: 'max' }) },
};
export const AsATable: Story<Args> = { args: { table: true, activation: 'sigmoid' } };
export const NoSuchLayer: Story<Args> = { args: { data: seedRecord(), layer: 'dense2' } };
export const NotAllRecorded: Story<Args> = { args: { data: { ...seedRecord(), tensors: {} } } };

/** From ReLU to none, from maxima to averages: two buttons make ten templates of a network. */
export const Live: Story<Args> = {
  args: { session: new BendingSession() },
  play: async ({ canvasElement }) => {
    const lab = canvasElement.querySelector<CnnActivation>('cnn-activation')!;
    await settle(lab);
    inside(lab, '[data-function="linear"]').click();
    await settle(lab);
    assert(
      inside(lab, '[part="advice"]').textContent!.includes('learned with ReLU.'),
      'the weights are explained',
    );
    inside(lab, '[part="average"]').click();
    await settle(lab);
    assert(inside(lab, '.templates').childElementCount === 10, 'every class has its template');
  },
};
export const Waiting: Story<Args> = { args: { session: sessionIn('loading') } };
export const Failed: Story<Args> = { args: { session: sessionIn('error') } };
export const NotNumbers: Story<Args> = { args: { data: notNumbers() } };
export const OfAnotherVersion: Story<Args> = { args: { data: ofAnotherVersion } };
