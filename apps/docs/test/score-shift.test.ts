// The scores that the numbers lab shows are those of the picture that was asked for, told in sentences that are true of them.
import { readFile } from 'node:fs/promises';
import type { ImageBatch, ModelSession } from '@convlens/types';
import { EngineClient, Signal } from '@convlens/live';
import { serveEngine } from '@convlens/live/worker';
import { weights } from '@convlens/pretrained/seed-network';
import { cpu, load, mnist, Runtime } from 'convlens';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from '../labs/answer.js';
import { newestOnly } from '../labs/newest-only.js';
import { greyDigit, isOnPaper, rowOf, scoresOf, shiftSentence, shiftsOf } from '../labs/score-shift.js';

const file = new Uint8Array(await readFile(weights));

/** An engine behind a message channel, as a page meets it. */
function open(bytes = file): EngineClient {
  const { port1, port2 } = new MessageChannel();
  serveEngine({ port: port2 as never, backends: { cpu }, yieldEveryMs: 0 });
  port1.start();
  port2.start();
  const worker = Object.assign(port1, { terminate: () => (port1.close(), port2.close()) });
  return new EngineClient(
    { file: bytes, src: 'file:///m' },
    { createWorker: () => worker as unknown as Worker },
  );
}

describe('scoresOf', () => {
  let session: EngineClient;
  let pictures: readonly ImageBatch[];
  /** By the library, without an engine. */
  let expected: readonly (readonly number[])[];
  const close = (scores: ArrayLike<number>, of: readonly number[]): void =>
    of.forEach((score, index) => expect(scores[index]).toBeCloseTo(score, 3));

  beforeAll(async () => {
    const digits = await mnist({ split: 'test', limit: 1000 });
    pictures = [0, 2, 3].map((row) => digits.get(row).image);
    const model = await load(file);
    model.build(new Runtime(await cpu()));
    expected = await Promise.all(
      pictures.map(async (picture) => {
        const { 'dense2/output': scores } = await model.forward(picture, { paths: ['dense2/output'] });
        return [...scores!.data];
      }),
    );
    session = open();
  });
  afterAll(() => session.end());

  it('answers pictures asked in quick succession each with its own scores, the first not with the blank one’s', async () => {
    const answers = await Promise.all(pictures.map((picture) => scoresOf(session, picture)));
    answers.forEach((scores, index) => close(scores, expected[index]!));
  });

  it('answers with the picture when somebody else watches the same tap, and when it was answered before', async () => {
    const leave = session.tap({ path: 'dense2/output' }).subscribe(() => {});
    close(await scoresOf(session, pictures[1]!), expected[1]!);
    close(await scoresOf(session, pictures[0]!), expected[0]!);
    leave();
    close(await scoresOf(session, pictures[2]!), expected[2]!);
  });

  it('says which step’s weights made an answer', async () => {
    expect((await answerTo(session, { path: 'probabilities' }, pictures[0]!)).step).toBe(0);
  });

  it('rejects what the engine refuses, and answers the next', async () => {
    const small = { shape: [1, 2, 2, 1], data: new Float32Array(4) } as const;
    const [refused, answered] = [scoresOf(session, small), scoresOf(session, pictures[0]!)];
    await expect(refused).rejects.toThrow(/28/);
    close(await answered, expected[0]!);
    await expect(scoresOf(session, pictures[0]!, 'dense9')).rejects.toThrow(/dense9/);
  });

  it('rejects when the session ends meanwhile', async () => {
    const other = open();
    const scores = scoresOf(other, pictures[0]!);
    other.end();
    await expect(scores).rejects.toThrow(/left the page|ended/);
  });

  it('rejects when the network cannot begin', async () => {
    const broken = open(Uint8Array.of(1, 2, 3));
    await expect(scoresOf(broken, pictures[0]!)).rejects.toThrow(Error);
    broken.end();
  });

  it('rejects when its tap fails', async () => {
    const tap = new Signal<never>();
    const state = new Signal<never>();
    const deaf = { tap: () => tap, state, send: () => new Promise(() => {}) } as unknown as ModelSession;
    const scores = scoresOf(deaf, pictures[0]!);
    tap.fail(new Error('no room'));
    await expect(scores).rejects.toThrow('no room');
  });
});

describe('newestOnly', () => {
  it('does one at a time, skips all that waited but the newest, and goes on after a failure', async () => {
    const begun: string[] = [];
    const failures: unknown[] = [];
    const releases: (() => void)[] = [];
    const ask = newestOnly<string>(
      async (wish) => {
        begun.push(wish);
        await new Promise<void>((resolve) => releases.push(resolve));
        if (wish === 'a') throw new Error('a failed');
      },
      (error) => failures.push((error as Error).message),
    );
    ['a', 'b', 'c'].forEach(ask);
    expect(begun).toEqual(['a']);
    releases[0]!();
    await expect.poll(() => begun).toEqual(['a', 'c']);
    expect(failures).toEqual(['a failed']);
    releases[1]!();
    // A macrotask later nothing is under way.
    await new Promise((resolve) => setTimeout(resolve));
    ask('d');
    expect(begun).toEqual(['a', 'c', 'd']);
  });
});

describe('greyDigit', () => {
  const filled = (...colour: readonly number[]): ImageBatch => ({
    shape: [1, 28, 28, 3],
    data: Float32Array.from({ length: 28 * 28 * 3 }, (_, at) => colour[at % 3]!),
  });

  it('turns the muted picture round as the whole one, though its own mean is dark', async () => {
    const [paper, muted] = [filled(1, 1, 1), filled(1, 0, 1)];
    const onPaper = await isOnPaper(paper);
    expect(onPaper).toBe(true);
    // 1 − (0.299 + 0.114).
    expect(await isOnPaper(muted)).toBe(false);
    expect((await greyDigit(muted, onPaper)).data[0]).toBeCloseTo(0.587, 4);
    expect((await greyDigit(paper, onPaper)).data[0]).toBeCloseTo(0, 6);
  });

  it('leaves light ink on a dark ground', async () => {
    const night = filled(0.2, 0.2, 0.2);
    expect(await isOnPaper(night)).toBe(false);
    expect((await greyDigit(night, false)).data[783]).toBeCloseTo(0.2, 6);
  });
});

describe('what is told of a mix', () => {
  const falls = shiftsOf(['0', '1', '2'], [1, 2, 3], [1.5, 1.7, 2.9]);
  const rises = shiftsOf(['0', '1'], [1, 2], [1, 2.25]);
  const nearly = shiftsOf(['0', '1'], [1, 2], [0.9997, 2]);
  const muted = { isMuted: true, isSwapped: false };

  it('has a row a class, the one that falls most first', () => {
    expect(falls.map(rowOf)).toEqual([
      ['1', '1.700', '-0.3'],
      ['2', '2.900', '-0.1'],
      ['0', '1.500', '+0.5'],
    ]);
  });

  it('says by how much a score falls, without a sign', () => {
    expect(shiftSentence(falls, muted)).toBe('With a channel muted, the score of 1 falls most, by 0.3.');
  });

  it('does not say that nothing is muted when no score falls', () => {
    expect(shiftSentence(rises, muted)).toBe('With a channel muted, no score falls.');
    expect(shiftSentence(nearly, muted)).toBe('With a channel muted, no score falls.');
  });

  it('tells a swap from a mute, and both from neither', () => {
    const swapped = { isMuted: false, isSwapped: true };
    expect(shiftSentence(falls, swapped)).toBe('With channels swapped, the score of 1 falls most, by 0.3.');
    expect(shiftSentence(falls, { isMuted: true, isSwapped: true })).toBe(
      'With a channel muted and channels swapped, the score of 1 falls most, by 0.3.',
    );
    expect(shiftSentence(rises, { isMuted: false, isSwapped: false })).toBe('Nothing is muted.');
  });
});
