/// <reference types="@vitest/browser-playwright" />
/** Nobody holds an element that has left the page, and a page may be full of them: counted after the browser has collected what it can. */
import { ContextProvider } from '@lit/context';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { cdp } from 'vitest/browser';
import { defineAll } from '../src/define-all.js';
import * as exported from '../src/index.js';
import { fakeHistory, FakeSession } from './fake-session.js';
import { frame } from './settle.js';
import { digitImage } from './seed-record.js';

defineAll();

/** Every element of the package, those of tomorrow too. */
const tags = Object.values(exported)
  .map((value) => typeof value === 'function' && customElements.getName(value as CustomElementConstructor))
  .filter((name) => typeof name === 'string');

/** In the place of `<cnn-model>`: a host that gives one session, and one pointer, to all that stand in it, and outlives them. */
function openHost(): { readonly host: HTMLElement; readonly session: FakeSession } {
  const host = document.body.appendChild(document.createElement('main'));
  const session = new FakeSession();
  session.history.set(fakeHistory(40));
  new ContextProvider(host, { context: exported.sessionContext, initialValue: session }).hostConnected();
  new ContextProvider(host, {
    context: exported.selectionContext,
    initialValue: new exported.Selection(),
  }).hostConnected();
  return { host, session };
}

afterEach(() => document.body.replaceChildren());

async function frames(count: number): Promise<void> {
  for (let passed = 0; passed < count; passed++) await frame();
}

/** For those that draw what no session has. */
const ownData: Readonly<Record<string, object>> = {
  'cnn-confusion-matrix': { data: { classNames: ['a', 'b'], actual: [0, 1, 1], predicted: [0, 1, 0] } },
  'cnn-dataset-grid': { data: { images: digitImage(), labels: [5] } },
};
const make = (tag: string): Element => Object.assign(document.createElement(tag), ownData[tag]);

const copies = 4;
const rounds = 250;

/** Four of a kind come and go 250 times each, drawing on the way; what is left of them is only known weakly. */
async function comeAndGo(
  tag: string,
  { host, session }: ReturnType<typeof openHost>,
): Promise<readonly WeakRef<Element>[]> {
  const elements = Array.from({ length: copies }, () => make(tag));
  host.append(...elements);
  await frames(4);
  for (let round = 1; round < rounds; round++) {
    for (const element of elements) element.remove();
    host.append(...elements);
    if (round % 100 > 0) continue;
    await session.send({ type: 'input', images: digitImage(round / 100) });
    await frames(3);
  }
  for (const element of elements) element.remove();
  return elements.map((element) => new WeakRef(element));
}

/** How many are still there when nothing needs them. */
async function survivors(references: readonly WeakRef<Element>[]): Promise<number> {
  // What was due in a frame has been done, and its promises are forgotten.
  await frames(3);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await cdp().send('HeapProfiler.collectGarbage');
  return references.filter((reference) => reference.deref() !== undefined).length;
}

describe('after 1,000 connects and disconnects', () => {
  it.each(tags)('no <%s> survives', async (tag) => {
    const place = openHost();
    const references = await comeAndGo(tag, place);
    expect(await survivors(references)).toBe(0);
    expect(place.session.subscriptions).toBe(0);
  });

  it('an element that leaks is found', async () => {
    const place = openHost();
    class Leaking extends HTMLElement {
      connectedCallback(): void {
        place.session.state.subscribe(() => this.setAttribute('heard', ''));
      }
    }
    customElements.define('test-leaking', Leaking);
    expect(await survivors(await comeAndGo('test-leaking', place))).toBe(copies);
  });
});

describe('a page with 60 elements', () => {
  it('keeps all of them alive, without a WebGL context', async () => {
    const kinds = noteContexts();
    const { host, session } = openHost();
    const elements = Array.from(
      { length: 60 },
      (_, index) => make(tags[index % tags.length]!) as exported.CnnNetwork,
    );
    host.append(...elements);
    await frames(6);
    const drawn = elements.map(({ renderCount }) => renderCount);
    await session.send({ type: 'input', images: digitImage(2) });
    await frames(6);
    const networks = elements.filter(({ localName }) => localName === 'cnn-network');
    expect(networks.length).toBeGreaterThan(1);
    for (const network of networks)
      expect(network.renderCount).toBeGreaterThan(drawn[elements.indexOf(network)]!);
    const canvases = elements.flatMap(({ shadowRoot }) => [...shadowRoot!.querySelectorAll('canvas')]);
    expect(canvases.length).toBeGreaterThan(60);
    expect(canvases.filter((canvas) => canvas.getContext('2d')?.isContextLost() !== false)).toEqual([]);
    expect([...kinds]).toEqual(['2d']);
  });
});

/** The kinds of context that are asked for from now on, whoever asks. */
function noteContexts(): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
    const original = prototype.getContext as (this: unknown, kind: string, ...rest: unknown[]) => unknown;
    prototype.getContext = function (this: unknown, kind: string, ...rest: unknown[]) {
      kinds.add(kind);
      return original.call(this, kind, ...rest);
    } as never;
    onTestFinished(() => void (prototype.getContext = original as never));
  }
  return kinds;
}
