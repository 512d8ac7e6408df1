/** Drawing as a visitor does: by pointer, by touch, by keys; told once a frame, first to the page and then to the session. */
import { beforeAll, describe, expect, it } from 'vitest';
import { FakeSession } from '../../../test/fake-session.js';
import { mount } from '../../../test/mount.js';
import { frame, inside, settle } from '../../../test/settle.js';
import { digitImage } from '../../../test/seed-record.js';
import type { CnnInputChangeEvent } from '../../events/input-change.js';
import type { CnnDrawPad } from './draw-pad.js';

beforeAll(() => import('./draw-pad.js'));

/** A pointer's way over the pad, in shares of its side. */
function pointer(pad: CnnDrawPad, type: string, x: number, y: number, pointerType = 'mouse'): PointerEvent {
  const target = inside(pad, '.pad');
  const { left, top, width, height } = target.getBoundingClientRect();
  const event = new PointerEvent(type, {
    pointerId: 1,
    pointerType,
    isPrimary: true,
    clientX: left + x * width,
    clientY: top + y * height,
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  target.dispatchEvent(event);
  return event;
}

function drawLine(pad: CnnDrawPad, pointerType?: string): void {
  // No pointer of the system is down: capturing one would throw.
  inside(pad, '.pad').setPointerCapture = () => {};
  pointer(pad, 'pointerdown', 0.3, 0.2, pointerType);
  for (let share = 0.2; share <= 0.8; share += 0.05) pointer(pad, 'pointermove', 0.3, share, pointerType);
  pointer(pad, 'pointerup', 0.3, 0.8, pointerType);
}

const press = (pad: CnnDrawPad, key: string): boolean =>
  inside(pad, '.pad').dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );

describe('<cnn-draw-pad>', () => {
  it.each(['mouse', 'touch', 'pen'])(
    'keeps what is drawn by %s as points and prepares it',
    async (pointerType) => {
      const pad = await mount('cnn-draw-pad');
      drawLine(pad, pointerType);
      await settle(pad);
      expect(pad.strokes).toHaveLength(1);
      expect(pad.strokes[0]![0]!.x).toBeCloseTo(0.3, 1);
      // The line was left of the middle; the network sees it in the middle, 20 pixels long.
      const rows = Array.from({ length: 28 }, (_, row) => pad.value!.data[row * 28 + 14]! > 0.5);
      expect([rows.indexOf(true), rows.lastIndexOf(true)]).toEqual([4, 23]);
    },
  );

  it('lets a finger scroll everywhere but inside the pad', async () => {
    const pad = await mount('cnn-draw-pad');
    expect(getComputedStyle(inside(pad, '.pad')).touchAction).toBe('none');
    expect(getComputedStyle(inside(pad, '.under')).touchAction).toBe('auto');
  });

  it('tells of many moves in one frame once', async () => {
    const pad = await mount('cnn-draw-pad');
    let told = 0;
    pad.addEventListener('cnn-input-change', () => (told += 1));
    drawLine(pad);
    await settle(pad);
    expect(told).toBe(1);
  });

  it('sends to the session what the page does not prevent', async () => {
    const session = new FakeSession();
    const pad = await mount('cnn-draw-pad', { session });
    const events: CnnInputChangeEvent[] = [];
    pad.addEventListener('cnn-input-change', (event) => events.push(event));
    drawLine(pad);
    await settle(pad);
    expect(session.commands).toEqual([{ type: 'input', images: events[0]!.images }]);
    pad.addEventListener('cnn-input-change', (event) => event.preventDefault());
    pad.clear();
    await settle(pad);
    expect(events.map(({ origin }) => origin)).toEqual(['drawing', 'clear']);
    expect(session.commands).toHaveLength(1);
  });

  it('sends an image that the host sets, and fires no event for it', async () => {
    const session = new FakeSession();
    const pad = await mount('cnn-draw-pad', { session });
    let told = 0;
    pad.addEventListener('cnn-input-change', () => (told += 1));
    pad.value = digitImage();
    await settle(pad);
    expect([told, session.commands.length]).toEqual([0, 1]);
  });

  it('sends one image at a time: while one is on its way, the newest waits', async () => {
    const session = new FakeSession();
    const answers: (() => void)[] = [];
    const sent: unknown[] = [];
    session.send = (command) => {
      sent.push(command);
      return new Promise((resolve) => answers.push(() => resolve({ step: 0 })));
    };
    const pad = await mount('cnn-draw-pad', { session });
    for (let shift = 0; shift < 5; shift++) {
      pad.value = digitImage(shift);
      await settle(pad);
    }
    expect(sent).toHaveLength(1);
    answers[0]!();
    await frame();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual({ type: 'input', images: pad.value });
  });

  it('draws by keys: the pen goes down, moves, is lifted, and says so', async () => {
    const pad = await mount('cnn-draw-pad');
    for (const key of [' ', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter', 'ArrowLeft']) press(pad, key);
    await settle(pad);
    expect(pad.strokes.map((stroke) => stroke.length)).toEqual([4]);
    expect(inside(pad, '[aria-live]').textContent).toBe('row 16, column 14, pen up');
    expect(press(pad, 'Backspace')).toBe(false);
    await settle(pad);
    expect(pad.strokes).toHaveLength(0);
    // A key that it does not know goes on to the page.
    expect(press(pad, 'F5')).toBe(true);
  });

  it('switches the step off and prepares the same strokes again', async () => {
    const pad = await mount('cnn-draw-pad');
    drawLine(pad);
    await settle(pad);
    inside(pad, 'input[type="checkbox"]').click();
    await settle(pad);
    expect(pad.noCentre).toBe(true);
    const row = [...pad.value!.data.slice(14 * 28, 15 * 28)];
    // As drawn, at 0.3 of the side: column 8 of 28.
    expect(row.indexOf(Math.max(...row))).toBeLessThan(10);
  });

  it('takes a sample, marks it, and forgets it when drawing begins', async () => {
    const samples = [digitImage(), digitImage(3)];
    const pad = await mount('cnn-draw-pad', { samples });
    const thumbs = pad.shadowRoot!.querySelectorAll<HTMLElement>('.thumb');
    thumbs[1]!.click();
    await settle(pad);
    expect(pad.value).toBe(samples[1]);
    expect([...thumbs].map((thumb) => thumb.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
    drawLine(pad);
    await settle(pad);
    expect([...thumbs].map((thumb) => thumb.getAttribute('aria-pressed'))).toEqual(['false', 'false']);
  });
});
