/**
 * Brings an engine up by the first way that works: the host's own worker, a worker of the same origin, a blob (pages whose
 * scripts come from elsewhere), or this thread. Every worker must say hello within a
 * deadline: a missing script fails late, and a server may answer it with a page and status 200.
 */
import type { EngineStart, EngineWay } from '@convlens/types';
import { noEngine } from '../errors.js';
import { readFromEngine } from '../protocol.js';
import type { Port } from '../protocol.js';
import { engineBlobWorker, engineHere, engineWorker } from './engine-script.js';
import type { WorkerClass } from './engine-script.js';

export interface StartOptions {
  /** A worker of the host's, tried first. */
  readonly createWorker?: (() => Worker) | undefined;
  /** Ways to try, in this order, after the host's; all unless told. */
  readonly ways?: readonly Exclude<EngineWay, 'host-worker'>[] | undefined;
  /** Milliseconds that a worker has to say hello; 5,000 unless told. */
  readonly deadlineMs?: number | undefined;
}

/** A running engine and how to end it. */
export interface EngineHandle {
  readonly port: Port;
  readonly start: EngineStart;
  /** Called with what broke it, if anything does. */
  onFailure(listener: (message: string) => void): void;
  end(): void;
}

interface Started {
  readonly port: Port;
  readonly end: () => void;
  readonly onFailure: (listener: (message: string) => void) => void;
}

/**
 * @throws LiveError `NO_ENGINE` with the reason of each way, when none works
 * @example const { port, start } = await startWorker(); // start.way === 'module-worker'
 */
export async function startWorker({
  createWorker,
  ways = ['module-worker', 'blob-worker', 'page'],
  deadlineMs = 5000,
}: StartOptions = {}): Promise<EngineHandle> {
  const refused: { way: EngineWay; reason: string }[] = [];
  const attempts: (readonly [EngineWay, () => Promise<Started>])[] = [
    ...(createWorker ? [['host-worker', () => greet(createWorker, deadlineMs)] as const] : []),
    ...ways.map((way) => [way, starters(deadlineMs)[way]] as const),
  ];
  for (const [way, attempt] of attempts) {
    try {
      return { ...(await attempt()), start: { way, refused } };
    } catch (error) {
      refused.push({ way, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  throw noEngine(refused.map(({ way, reason }) => `${way}: ${reason}`).join('; '));
}

const starters = (deadlineMs: number): Record<Exclude<EngineWay, 'host-worker'>, () => Promise<Started>> => ({
  'module-worker': () => greet(() => engineWorker(trustedWorker()), deadlineMs),
  'blob-worker': () => greet(() => engineBlobWorker(trustedWorker()), deadlineMs),
  page: onThisThread,
});

/** Makes a worker and waits for its hello. */
async function greet(create: () => Worker, deadlineMs: number): Promise<Started> {
  const worker = create();
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs);
      const settle = (outcome: () => void): void => {
        clearTimeout(timer);
        outcome();
      };
      worker.addEventListener(
        'error',
        (event) => settle(() => reject(new Error(event.message || 'the script could not be loaded'))),
        { once: true },
      );
      worker.addEventListener(
        'message',
        ({ data }) =>
          settle(() => {
            try {
              if (readFromEngine(data).type === 'hello') resolve();
              else reject(new Error('its first word was not hello'));
            } catch (error) {
              reject(error);
            }
          }),
        { once: true },
      );
    });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    port: worker,
    end: () => worker.terminate(),
    onFailure: (listener) =>
      worker.addEventListener('error', (event) => listener(event.message || 'the worker stopped')),
  };
}

interface Policy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

/** A page allows one policy of a name; the page's factory is the key. */
const policies = new WeakMap<TrustedTypes, Policy>();

/** Workers whose address has been through the Trusted Types policy `convlens`, where the page has such a thing. */
function trustedWorker(): WorkerClass {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (!trustedTypes) return globalThis.Worker;
  // Only our own addresses get here: the policy lets them pass as they are.
  const policy =
    policies.get(trustedTypes) ??
    trustedTypes.createPolicy('convlens', { createScriptURL: (address) => address });
  policies.set(trustedTypes, policy);
  return class extends globalThis.Worker {
    constructor(url: URL, options: WorkerOptions) {
      super(policy.createScriptURL(String(url)), options);
    }
  };
}

/** The same engine here, in short slices: a step of training is the smallest, so the page is less smooth than with a worker. */
async function onThisThread(): Promise<Started> {
  const serveEngine = await engineHere();
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  serveEngine({ port: port2, yieldEveryMs: 8 });
  return {
    port: port1,
    onFailure: () => {},
    end: () => {
      port1.close();
      port2.close();
    },
  };
}
