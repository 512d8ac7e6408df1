/** `<cnn-network>` in every state. */
import type { ActivationRecord, ModelSession } from '@convlens/types';
import { html } from 'lit';
import type { Unit } from '../../events/unit-select.js';
import { FakeSession } from '../../../test/fake-session.js';
import { frame, inside, settle } from '../../../test/settle.js';
import { digit, digitImage, seedRecord, seedSummary, seedTensors } from '../../../test/seed-record.js';
import { notNumbers, ofAnotherVersion } from '../../../test/session-in.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import './network.js';
import '../draw-pad/draw-pad.js';

interface Args {
  readonly data?: ActivationRecord;
  readonly session?: ModelSession;
  readonly opened?: Unit;
  readonly unit?: number;
  readonly table?: boolean;
  readonly theme?: 'light' | 'dark';
}

export default {
  title: 'Network',
  component: 'cnn-network',
  tags: ['autodocs'],
  render: ({ data, session, opened, unit = 2, table = false, theme }) =>
    html`<cnn-network
      .data=${data}
      .session=${session}
      .opened=${opened}
      .unit=${unit}
      ?table=${table}
      .theme=${theme}
    ></cnn-network>`,
} satisfies Meta<Args>;

export const Recorded: Story<Args> = { args: { data: { ...seedRecord(), recordedAt: '2026-01-01' } } };
export const Live: Story<Args> = { args: { session: new FakeSession() } };
export const Alone: Story<Args> = { args: { data: seedRecord(), unit: 3 } };

export const Dark: Story<Args> = { args: { data: seedRecord() }, globals: { theme: 'dark' } };

export const Narrow: Story<Args> = {
  args: { data: seedRecord() },
  render: ({ data }) => html`<div style="width: 328px"><cnn-network .data=${data}></cnn-network></div>`,
};

export const WithPad: Story<Args> = {
  args: { session: new FakeSession() },
  render: ({ session }) =>
    html`<cnn-network .session=${session}
      ><cnn-draw-pad
        slot="input"
        no-preview
        .session=${session}
        .samples=${[digitImage(), digitImage(3)]}
      ></cnn-draw-pad
    ></cnn-network>`,
};

export const InsideAMap: Story<Args> = { args: { data: seedRecord(), opened: { layer: 'conv2', unit: 5 } } };
export const InsideAFirstMap: Story<Args> = {
  args: { data: seedRecord(), opened: { layer: 'conv1', unit: 2 } },
};
export const InsideAPooledMap: Story<Args> = {
  args: { data: seedRecord(), opened: { layer: 'pool2', unit: 5 } },
};
export const AsATable: Story<Args> = { args: { data: seedRecord(), table: true } };
export const WithoutSession: Story<Args> = {};

export const NoImageYet: Story<Args> = {
  args: { data: { format: 'convlens.trace', version: 1, model: seedSummary, tensors: weightsOnly() } },
};

export const Waiting: Story<Args> = {
  render: () => {
    const session = new FakeSession();
    session.state.set(undefined, 'loading');
    return html`<cnn-network .session=${session}></cnn-network>`;
  },
};

export const Failed: Story<Args> = {
  render: () => {
    const session = new FakeSession();
    session.state.set(undefined, 'error', new Error('The worker could not be started.'));
    return html`<cnn-network .session=${session}></cnn-network>`;
  },
};

/** By keys alone: to a map, inside it, and back. */
export const ByKeyboard: Story<Args> = {
  args: { data: seedRecord() },
  play: async ({ canvasElement }) => {
    const network = canvasElement.querySelector('cnn-network')!;
    await settle(network);
    const press = async (selector: string, key: string): Promise<void> => {
      inside(network, selector).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true }),
      );
      await settle(network);
    };
    inside(network, '.walk').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown']) await press('.walk', key);
    assert(
      inside(network, '.readout').textContent!.includes('pool2'),
      'three steps along the flow lead to pool2',
    );
    await press('.walk', 'Enter');
    assert(network.opened?.layer === 'pool2', 'Enter opens the map');
    await press('.whole', 'Escape');
    assert(network.opened === undefined, 'Escape leads back');
    await frame();
    assert(network.shadowRoot!.activeElement === inside(network, '.walk'), 'the focus is where it came from');
  },
};

function weightsOnly(): ActivationRecord['tensors'] {
  return Object.fromEntries(
    Object.entries(seedTensors(digit())).filter(([path]) => /filter|kernel|bias/.test(path)),
  );
}
export const NotNumbers: Story<Args> = { args: { data: notNumbers() } };
export const OfAnotherVersion: Story<Args> = { args: { data: ofAnotherVersion } };
