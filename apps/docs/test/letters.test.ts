import { describe, expect, it } from 'vitest';
import { answersTo, swapped } from '../labs/letters.js';

describe('answersTo', () => {
  it('counts the letters that agree, at every place', () => {
    // By hand: a-b-a against ab.
    expect(answersTo('aba', 'ab')).toEqual([2, 0, 1]);
  });

  it('answers nothing to an empty kernel', () => {
    expect(answersTo('ab', '')).toEqual([0, 0]);
  });
});

describe('swapped', () => {
  it('lets the words before and after the middle change places', () => {
    expect(swapped('the dog bites the man')).toBe('the man bites the dog');
    expect(swapped('a b')).toBe('b a');
    expect(swapped('alone')).toBe('alone');
  });

  it('changes the sentence and not the largest answer', () => {
    const sentence = 'the dog bites the man';
    const largest = (text: string) => Math.max(...answersTo(text, 'dog'));
    expect(largest(swapped(sentence))).toBe(largest(sentence));
  });
});
