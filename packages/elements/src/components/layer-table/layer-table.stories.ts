/** `<cnn-layer-table>` in every state. */
import type { ActivationRecord, ModelSession, ModelSummary } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { seedSummary } from '../../../test/seed-record.js';
import { inside, settle } from '../../../test/settle.js';
import { smallRecord } from '../../../test/small-record.js';
import { ofAnotherVersion, sessionIn } from '../../../test/session-in.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import './layer-table.js';

interface Args {
  readonly data?: ModelSummary | ActivationRecord;
  readonly session?: ModelSession;
  readonly selected?: string;
}

export default {
  title: 'Layer table',
  component: 'cnn-layer-table',
  tags: ['autodocs'],
  render: ({ data, session, selected }) =>
    html`<cnn-layer-table .data=${data} .session=${session} .selected=${selected}></cnn-layer-table>`,
} satisfies Meta<Args>;

export const SeedNetwork: Story<Args> = { args: { data: seedSummary } };
export const Chosen: Story<Args> = { args: { data: seedSummary, selected: 'dense1' } };
export const Live: Story<Args> = { args: { session: new FakeSession() } };
/** The rows and the summary's own total disagree. */
export const TotalsDisagree: Story<Args> = { args: { data: smallRecord } };
export const Narrow: Story<Args> = {
  args: { data: seedSummary },
  render: ({ data }) =>
    html`<div style="width: 328px"><cnn-layer-table .data=${data}></cnn-layer-table></div>`,
};
export const ByKeyboard: Story<Args> = {
  args: { data: seedSummary },
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector('cnn-layer-table')!;
    await settle(table);
    inside(table, '.name').focus();
    table.shadowRoot!.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'End', bubbles: true }),
    );
    assert(table.shadowRoot!.activeElement?.textContent.trim() === 'dense2', 'the last layer has the focus');
  },
};
export const NoLayers: Story<Args> = { args: { data: { ...seedSummary, layers: [] } } };
export const BadData: Story<Args> = {
  // As it comes from a file: a summary without its layers.
  args: { data: { name: 'broken', inputShape: [28, 28, 1] } as unknown as ModelSummary },
};
export const WithoutSession: Story<Args> = {};
export const Waiting: Story<Args> = { args: { session: sessionIn('loading') } };
export const Failed: Story<Args> = { args: { session: sessionIn('error') } };
export const OfAnotherVersion: Story<Args> = { args: { data: ofAnotherVersion } };
