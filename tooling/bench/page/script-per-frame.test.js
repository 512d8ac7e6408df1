import { describe, expect, it } from 'vitest';
import { mainThread, percentile, scriptPerFrame } from './script-per-frame.js';

const page = { pid: 7, tid: 1 };
const frame = (ms) => ({ ...page, name: 'BeginMainThreadFrame', ph: 'I', ts: ms * 1000 });
const script = (name, from, to) => ({ ...page, name, ph: 'X', ts: from * 1000, dur: (to - from) * 1000 });

describe('scriptPerFrame', () => {
  it('adds up the script of each frame, and counts what is nested once', () => {
    const events = [
      frame(0),
      script('FireAnimationFrame', 1, 5),
      script('FunctionCall', 2, 4),
      script('RunMicrotasks', 6, 7),
      frame(16),
      script('EventDispatch', 20, 23),
      frame(32),
    ];
    expect(scriptPerFrame(events, page)).toEqual([5, 3, 0]);
  });

  it('leaves out what is not script, not of the thread, or before the first frame', () => {
    const events = [
      script('FunctionCall', -5, -1),
      frame(0),
      script('Paint', 1, 9),
      { ...script('FunctionCall', 1, 9), tid: 2 },
      frame(16),
    ];
    expect(scriptPerFrame(events, page)).toEqual([0, 0]);
  });
});

describe('mainThread', () => {
  it('is the thread that made the most frames', () => {
    expect(mainThread([{ ...frame(0), pid: 3 }, frame(0), frame(16)])).toEqual(page);
  });
  it('says what is wrong with a trace without frames', () => {
    expect(() => mainThread([])).toThrow(/no frame/);
  });
});

describe('percentile', () => {
  it('is a value of the list, by nearest rank', () => {
    expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentile([], 0.95)).toBe(0);
  });
});
