/** `<cnn-cell>` in every state. */
import type { ActivationRecord, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { notNumbers, ofAnotherVersion, sessionIn } from '../../../test/session-in.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import './cell.js';

interface Args {
  readonly data?: ActivationRecord;
  readonly session?: ModelSession;
  readonly layer?: string;
  readonly unit?: number;
  readonly direction?: 'forward' | 'backward';
  readonly table?: boolean;
}

export default {
  title: 'Cell',
  component: 'cnn-cell',
  tags: ['autodocs'],
  render: ({ data, session, layer, unit, direction = 'forward', table = false }) =>
    html`<cnn-cell
      .data=${data}
      .session=${session}
      .layer=${layer}
      .unit=${unit}
      .direction=${direction}
      ?table=${table}
    ></cnn-cell>`,
} satisfies Meta<Args>;

/** From the verdict down to a pixel. */
export const Recorded: Story<Args> = { args: { data: seedRecord() } };
export const FirstLayer: Story<Args> = { args: { data: seedRecord(), layer: 'conv1', unit: 4 } };
export const SecondLayer: Story<Args> = { args: { data: seedRecord(), layer: 'conv2', unit: 3 } };
export const Live: Story<Args> = { args: { session: new FakeSession() } };
export const EveryProduct: Story<Args> = {
  args: { data: seedRecord(), layer: 'conv1', unit: 4, table: true },
};
export const AnotherWay: Story<Args> = {
  args: { data: seedRecord(), layer: 'conv2', unit: 3 },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('cnn-cell')!;
    await settle(element);
    const before = inside(element, '[part=readout]').textContent;
    inside(element, '.thumb:last-of-type').click();
    await settle(element);
    assert(inside(element, '[part=readout]').textContent !== before, 'another map leads to another pixel');
  },
};
export const Backward: Story<Args> = {
  args: { session: new FakeSession(), layer: 'conv1', direction: 'backward' },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('cnn-cell')!;
    await settle(element);
    assert(inside(element, '[part=step]').textContent!.trim().length > 0, 'it offers to make a step');
  },
};
export const BackwardRecorded: Story<Args> = { args: { data: seedRecord(), direction: 'backward' } };
export const NoSuchCell: Story<Args> = { args: { data: seedRecord(), layer: 'conv9' } };
export const Empty: Story<Args> = {};
export const Waiting: Story<Args> = { args: { session: sessionIn('loading') } };
export const Failed: Story<Args> = { args: { session: sessionIn('error') } };
export const NotNumbers: Story<Args> = { args: { data: notNumbers() } };
export const OfAnotherVersion: Story<Args> = { args: { data: ofAnotherVersion } };
