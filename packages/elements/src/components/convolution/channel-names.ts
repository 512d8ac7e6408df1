/** What a channel and an output are called, and the colours that a channel is drawn in. */
import { Last } from '../../last.js';
import type { Ramps } from '../../render/scale.js';
import { tint } from '../pixels/tints.js';
import { perGroup } from './lab.js';
import type { Lab } from './lab.js';

/** @param plane Among those that are shown. */
export function channelName({ image, words, numbers }: Lab, plane: number): string {
  const channel = image.first + plane;
  return image.isColour ? words.colours[channel]! : words.channelOf(numbers.integer(channel));
}

/** `output`, or whose it is where there are several. */
export function outputName(lab: Lab, map: number): string {
  const { words, problem } = lab;
  if (problem.groups === 1) return words.output;
  const size = perGroup(lab);
  if (size === 1) return words.outputOf(channelName(lab, map));
  const channels = Array.from({ length: size }, (_, index) => lab.numbers.integer(map * size + index));
  return words.outputOfChannels(channels.join(' + '));
}

/** Colour pictures are split into their lights, from black to one light in full. */
export class PlaneRamps {
  readonly #made = new Last<readonly Ramps[]>();

  of(ramps: Ramps, isColour: boolean): (channel: number) => Ramps {
    const tinted = this.#made.of([ramps], () => [0, 1, 2].map((light) => ({ ...ramps, pixel: tint(light) })));
    return (channel) => (isColour ? tinted[channel]! : ramps);
  }
}
