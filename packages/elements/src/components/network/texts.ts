/** What the network says in sentences: what it reads, what is pointed at, and what to do where there is nothing. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Feed } from '../../controllers/record-feed.js';
import type { Numbers } from '../../messages/numbers.js';
import { percentText } from '../../messages/percent.js';
import { ranking } from '../../trace/trace.js';
import type { Trace } from '../../trace/trace.js';
import type { Description } from './describe.js';
import type { NetworkMessages } from './network.messages.js';

export function emptyText({ state, reason }: Feed, words: NetworkMessages): string {
  if (state === 'failed') return words.failed(reason ?? '');
  return state === 'waiting' ? words.loading : words.noModel;
}

/** The picture in one sentence. */
export function sentence(trace: Trace, words: NetworkMessages, numbers: Numbers): string {
  const scores = trace.stages.find((stage) => stage.kind === 'scores');
  const { probabilities } = trace;
  const [first, second] = probabilities ? ranking(probabilities) : [];
  if (!trace.values(0) || !probabilities || first === undefined || second === undefined) return words.noImage;
  const name = (unit: number): string => scores?.classNames[unit] ?? numbers.integer(unit);
  const percent = (unit: number): string => percentText(probabilities[unit]!, words, numbers);
  return words.reads(name(first), percent(first), name(second), percent(second));
}

/** @param live `off` while the numbers change by themselves: nobody could listen to that. */
export const readout = (
  description: Description | undefined,
  rest: string,
  live: 'polite' | 'off',
): TemplateResult =>
  html`<p class="readout" part="readout" aria-live=${live}>
    ${
      description
        ? html`${description.title} <span class="num">${description.value}</span>&ensp;<span class="num"
              >${description.formula}</span
            >
            ${description.note}`
        : rest
    }
  </p>`;
