import { describe, expect, it } from 'vitest';
import { seedRecord } from '../../../test/seed-record.js';
import { smallRecord } from '../../../test/small-record.js';
import { Trace } from '../../trace/trace.js';
import { quietCells, rectangleOf, sampleStudy, studiedStages, studyOf } from './study.js';

const trace = new Trace(smallRecord);

describe('studyOf', () => {
  it('finds the sums before ReLU, and takes what the network put out after it', () => {
    // [1 2; 4 5] - 2
    expect(studyOf(trace, 1, 0, undefined)).toMatchObject({
      before: Float64Array.of(-1, 0, 2, 3),
      after: Float64Array.of(0, 0, 2, 3),
      activation: 'relu',
      isRecorded: true,
      size: [2, 2],
    });
  });

  it('works another function out', () => {
    const study = studyOf(trace, 1, 0, 'leakyRelu')!;
    expect(Array.from(study.after)).toEqual([-0.2, 0, 2, 3]);
    expect([study.isRecorded, study.own]).toEqual([false, 'relu']);
  });

  it('shows the units of a dense layer all at once, and its sums are what ReLU was given', () => {
    const seed = new Trace(seedRecord());
    const study = studyOf(seed, 6, 3, undefined)!;
    expect([study.size, study.unit, study.units]).toEqual([[8, 16], 0, 1]);
    const off = Array.from(study.before, (sum, unit) => Math.abs(Math.max(0, sum) - study.after[unit]!));
    expect(Math.max(...off)).toBeLessThan(1e-5);
    expect(Math.min(...Array.from(study.before))).toBeLessThan(-0.1);
  });

  it('keeps within the maps that there are, and is nothing where numbers are missing', () => {
    const seed = new Trace(seedRecord());
    expect([99, -1, NaN].map((unit) => studyOf(seed, 1, unit, undefined)!.unit)).toEqual([7, 0, 0]);
    const { 'conv1/filter': _left, ...tensors } = smallRecord.tensors;
    expect(studyOf(new Trace({ ...smallRecord, tensors }), 1, 0, undefined)).toBeUndefined();
  });
});

describe('studiedStages', () => {
  it('leaves out the last layer, whose sums are the scores', () => {
    const { stages } = new Trace(seedRecord());
    expect(studiedStages(stages).map((index) => stages[index]!.name)).toEqual(['conv1', 'conv2', 'dense1']);
  });
});

describe('quietCells', () => {
  it('counts where next to nothing is learned', () => {
    // Of -4 … 4: five are not above zero; tanh' is 0.42 at 1 and 0.07 at 2; sigmoid' is 0.105 at 2 and 0.045 at 3.
    expect(
      (['linear', 'leakyRelu', 'relu', 'tanh', 'sigmoid'] as const).map((name) =>
        quietCells(sampleStudy(name)),
      ),
    ).toEqual([0, 0, 5, 6, 4]);
  });
});

describe('rectangleOf', () => {
  it.each([
    [128, [8, 16]],
    [10, [2, 5]],
    [7, [1, 7]],
    [1, [1, 1]],
  ])('%d', (count, size) => {
    expect(rectangleOf(count)).toEqual(size);
  });
});
