// Every way in which an engine can come up, in a real browser: what works, and what is said about what does not.
import type { EngineWay } from '@convlens/types';
import { afterEach, describe, expect, it } from 'vitest';
import { EngineClient, startWorker } from '../src/index.js';
import type { StartOptions } from '../src/index.js';

const clients: EngineClient[] = [];
afterEach(() => clients.splice(0).forEach((client) => client.end()));

/** Draws a stroke through an engine that was started so, and answers with the way it runs. */
async function draw(options: StartOptions): Promise<{ way: EngineWay; sum: number }> {
  const session = new EngineClient({}, options);
  clients.push(session);
  const probabilities = session.tap({ path: 'probabilities' });
  const seen = new Promise<number>((resolve, reject) => {
    probabilities.subscribe(() => {
      if (probabilities.state === 'error') reject(probabilities.error);
      if (probabilities.current?.inputId === 1)
        resolve(probabilities.current.data.reduce((sum, share) => sum + share, 0));
    });
  });
  await session.send({
    type: 'input',
    images: { shape: [1, 28, 28, 1], data: new Float32Array(784).fill(0.5) },
  });
  return { sum: await seen, way: session.state.current!.engine.way };
}

const scriptOf = (text: string): string => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));

describe('an engine comes up', () => {
  it.each(['module-worker', 'blob-worker', 'page'] as const)('as %s', async (way) => {
    const drawn = await draw({ ways: [way], deadlineMs: 20_000 });
    expect(drawn.way).toBe(way);
    expect(drawn.sum).toBeCloseTo(1, 5);
  });

  it("in the host's own worker, which is tried first", async () => {
    const createWorker = (): Worker =>
      new Worker(new URL('./own-worker.ts', import.meta.url), { type: 'module' });
    expect((await draw({ createWorker, deadlineMs: 20_000 })).way).toBe('host-worker');
  });
});

describe('a way that does not work', () => {
  it.each([
    [
      'a script that is missing',
      () => new Worker('/no/such/worker.js', { type: 'module' }),
      /could not be loaded|no answer/,
    ],
    ['a script that throws', () => new Worker(scriptOf('throw new Error("broken")')), /broken/],
    ['a worker that says nothing', () => new Worker(scriptOf('')), /no answer within 300 ms/],
    [
      'a worker of somebody else',
      () => new Worker(scriptOf('postMessage("hi")')),
      /expected a message of format convlens\.engine/,
    ],
    [
      'no worker at all',
      () => {
        throw new Error('Workers are forbidden here');
      },
      /forbidden/,
    ],
  ])('%s is passed over, and said', async (_, createWorker, reason) => {
    const { start, end } = await startWorker({
      createWorker: createWorker as () => Worker,
      ways: ['page'],
      deadlineMs: 300,
    });
    end();
    expect(start.way).toBe('page');
    expect(start.refused).toEqual([{ way: 'host-worker', reason: expect.stringMatching(reason) as string }]);
  });

  it('is an error with all reasons when it was the last', async () => {
    const createWorker = (): Worker => new Worker(scriptOf(''));
    await expect(startWorker({ createWorker, ways: [], deadlineMs: 200 })).rejects.toMatchObject({
      code: 'NO_ENGINE',
      message: expect.stringContaining('host-worker: no answer within 200 ms') as string,
    });
  });
});
