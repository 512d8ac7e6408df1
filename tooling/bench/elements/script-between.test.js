import { describe, expect, it } from 'vitest';
import { scriptBetween } from './script-between.js';

const page = { pid: 7, tid: 1 };
const mark = (ms) => ({ ...page, name: 'record', ph: 'R', ts: ms * 1000 });
const script = (name, from, to, cpu) => ({
  ...page,
  name,
  ph: 'X',
  ts: from * 1000,
  dur: (to - from) * 1000,
  tdur: cpu * 1000,
});

describe('scriptBetween', () => {
  it('adds up the script from mark to mark, and counts what is nested once', () => {
    const events = [
      script('FunctionCall', -5, -1, 4),
      mark(0),
      script('FireAnimationFrame', 1, 9, 3),
      script('FunctionCall', 2, 8, 2),
      script('RunMicrotasks', 10, 11, 1),
      script('Paint', 12, 15, 3),
      mark(20),
      { ...script('FunctionCall', 21, 22, 1), tid: 2 },
      mark(30),
      script('FunctionCall', 31, 32, 1),
    ];
    expect(scriptBetween(events, page, 'record')).toEqual([
      { wall: 9, cpu: 4 },
      { wall: 0, cpu: 0 },
    ]);
  });
});
