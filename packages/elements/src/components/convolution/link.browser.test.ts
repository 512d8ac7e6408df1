/** The lab as a link, and on a network that lives. */
import { beforeAll, describe, expect, it } from 'vitest';
import { FakeSession } from '../../../test/fake-session.js';
import { makePage, mount } from '../../../test/mount.js';
import { inside, settle } from '../../../test/settle.js';
import { decodeState, encodeState, linkState } from '../../state/link-state.js';
import { all, lab, press, rgb, said, text, tick } from '../../../test/lab-page.js';
import type { CnnConvolution } from './convolution.js';

beforeAll(() => import('./convolution.js'));

describe('the state of the lab', () => {
  it('goes through a link and makes the same lab', async () => {
    const one = await lab({ picture: 'colour', mode: 'sum', stride: 2, bias: 0.25, dilation: 2, padding: 2 });
    tick(one, 'same kernel for all');
    await settle(one);
    const field = inside(one, '[data-channel="1"] [data-cell="0 2"]') as HTMLInputElement;
    field.value = '0.75';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(one);
    inside(one, '.to .pick').focus();
    inside(one, '.to .pick').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settle(one);
    const link = encodeState(one.state);
    expect(one.state.settings.kernels![1]).toEqual({
      preset: 'sobelY',
      size: [3, 3],
      changed: [[0, 2, 0.75]],
    });
    expect(one.state.omitted).toEqual([]);
    const sentence = said(one);
    const other = await lab({});
    Object.assign(other, { state: decodeState(link) });
    await settle(other);
    expect(said(other)).toBe(sentence);
    expect(encodeState(other.state)).toBe(link);
    expect(link.length).toBeLessThan(8192);
  });

  it('that is bad is told in a sentence, and nothing changes', async () => {
    const element = await lab({ stride: 3 });
    const before = element.state;
    for (const [bad, reason] of [
      [
        linkState('cnn-convolution', { stride: 2, padding: -1 }),
        'expected padding to be a whole number from 0 to 64',
      ],
      [{ ...before, version: 9 }, 'expected version 1, received 9'],
      [linkState('cnn-shape-calculator', {}), 'expected the state of <cnn-convolution>'],
      ['javascript:alert(1)', 'expected an object of format convlens.state'],
    ] as const) {
      Object.assign(element, { state: bad });
      await settle(element);
      expect(text(element, '.bad-state')).toContain(reason);
      expect(inside(element, '.bad-state').getAttribute('role')).toBe('alert');
      expect(element.state).toEqual(before);
    }
    Object.assign(element, { state: before });
    await settle(element);
    expect(element.shadowRoot!.querySelector('.bad-state')).toBeNull();
  });

  it('leaves pictures and trained weights out, and says so', async () => {
    const photograph = await lab({ data: rgb });
    expect(photograph.state.omitted).toEqual(['the given picture']);
    const session = new FakeSession();
    const element = await mount('cnn-convolution', { session }, makePage());
    expect(element.state.omitted).toEqual(['what the network sees']);
    all(element, '[aria-label="learned"] .chip')[3]!.click();
    await settle(element);
    const { settings, omitted } = element.state;
    expect(omitted).toEqual(['what the network sees', 'the learned kernel and its bias']);
    expect(settings).not.toHaveProperty('kernels');
    expect(settings).not.toHaveProperty('bias');
    // A page that hands the weights over itself does not get them into a link either.
    const given = await mount(
      'cnn-convolution',
      { session, kernel: element.kernel.map((row) => [...row]) },
      makePage(),
    );
    expect(given.state.settings).not.toHaveProperty('kernels');
  });
});

describe('a learned kernel', () => {
  const learned = async (): Promise<{ readonly session: FakeSession; readonly element: CnnConvolution }> => {
    const session = new FakeSession();
    const element = await mount('cnn-convolution', { session }, makePage());
    expect(element.shadowRoot!.querySelector('.of-network')).toBeNull();
    all(element, '[aria-label="learned"] .chip')[3]!.click();
    await settle(element);
    return { session, element };
  };
  const write = async (element: CnnConvolution, cell: string, weight: string): Promise<void> => {
    const field = inside(element, `[data-cell="${cell}"]`) as HTMLInputElement;
    field.value = weight;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(element);
  };

  it('is changed in the network where the visitor asks for it, and not before', async () => {
    const { session, element } = await learned();
    await write(element, '1 2', '0.5');
    expect(session.commands).toEqual([]);
    tick(element, 'also change it in the network');
    await settle(element);
    // conv1/filter is [5, 5, 1, 8]: row 1, column 2, filter 3.
    const first = { type: 'setWeight', path: 'conv1/filter', index: (1 * 5 + 2) * 8 + 3, value: 0.5 };
    expect(session.commands).toEqual([first]);
    await write(element, '4 4', '-1');
    expect(session.commands.at(-1)).toEqual({ ...first, index: 24 * 8 + 3, value: -1 });
  });

  it('asks by an event that can keep the command from the network', async () => {
    const { session, element } = await learned();
    element.editsNetwork = true;
    const asked: unknown[] = [];
    element.addEventListener('cnn-command', (event) => {
      asked.push(event.command);
      event.preventDefault();
    });
    await write(element, '0 0', '2');
    expect(asked).toEqual([{ type: 'setWeight', path: 'conv1/filter', index: 3, value: 2 }]);
    expect(session.commands).toEqual([]);
  });

  it('says why where the network refuses, and is its own once its size is another', async () => {
    const { session, element } = await learned();
    element.editsNetwork = true;
    session.send = () =>
      Promise.reject(new Error('setWeight: expected a network that stands still. Send pause first.'));
    await write(element, '0 0', '2');
    expect(text(element, '.of-network [role="alert"]')).toBe(
      'The network keeps its weight. setWeight: expected a network that stands still. Send pause first.',
    );
    press(element, 'Less kernel rows');
    await settle(element);
    expect(element.shadowRoot!.querySelector('.of-network')).toBeNull();
  });
});
