/** Every word that `<cnn-feature-maps>` says. Numbers come already written. */
import { film } from '../../film/film.messages.js';
import type { FilmMessages } from '../../film/film.messages.js';
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';

export interface FeatureMapsMessages extends CommonMessages, FilmMessages {
  readonly title: (layer: string) => string;
  readonly shape: (count: string, height: string, width: string) => string;
  readonly map: (unit: string, largest: string) => string;
  readonly scale: string;
  readonly scales: Readonly<Record<'map' | 'layer', string>>;
  readonly ownScale: string;
  readonly sentence: (
    layer: string,
    unit: string,
    largest: string,
    row: string,
    column: string,
    on: string,
  ) => string;
  readonly ranking: (maps: readonly string[], rest: string | undefined) => string;
  readonly rankingNear: (
    row: string,
    column: string,
    maps: readonly string[],
    rest: string | undefined,
  ) => string;
  readonly ranked: (unit: string, largest: string) => string;
  readonly hint: string;
  readonly noMaps: (layer: string | undefined) => string;
  readonly noImage: string;
  readonly answers: string;
  readonly answersTo: (layer: string, unit: string) => string;
  readonly looking: string;
  readonly looksInPause: string;
  /** @param reason The error's own sentence. */
  readonly answersFailed: (reason: string) => string;
  readonly answersNeedSession: string;
  readonly patch: (rank: string, digit: string, value: string, image: string) => string;
  readonly table: {
    readonly caption: (layer: string) => string;
    readonly map: string;
    readonly largest: string;
    readonly place: string;
    readonly mean: string;
    readonly on: string;
  };
}

const listed = (maps: readonly string[], rest: string | undefined): string =>
  `map ${maps.join(', ')}${rest === undefined ? '' : `; ${rest} more answer less`}`;

export const messages: MessageTables<FeatureMapsMessages> = {
  en: {
    ...common,
    ...film,
    title: (layer) => `Feature maps of ${layer}`,
    shape: (count, height, width) => `${count} of ${height} × ${width}`,
    map: (unit, largest) => `map ${unit}, largest ${largest}`,
    scale: 'colour scale',
    scales: { map: 'each map its own', layer: 'one for all maps' },
    ownScale: 'each map on its own scale',
    sentence: (layer, unit, largest, row, column, on) =>
      `${layer}, map ${unit}: largest ${largest} at [${row}, ${column}]; ${on} cells above zero.`,
    ranking: (maps, rest) => `Strongest answer first: ${listed(maps, rest)}.`,
    rankingNear: (row, column, maps, rest) =>
      `Strongest answer within two cells of [${row}, ${column}] first: ${listed(maps, rest)}.`,
    ranked: (unit, largest) => `${unit} (${largest})`,
    hint: 'Choose a map, or walk with the arrow keys.',
    noMaps: (layer) =>
      layer === undefined
        ? 'This network has no maps to show.'
        : `“${layer}” is no layer with maps. Name another.`,
    noImage: 'No image yet. Draw one.',
    answers: 'What does it answer to?',
    answersTo: (layer, unit) =>
      `What ${layer}, map ${unit}, answers to most among the digits this network trains on, the first 1,000 at most`,
    looking: 'Looking through the digits this network trains on, the first 1,000 at most …',
    looksInPause: 'Training changes the answers: the digits are looked through when it pauses.',
    answersFailed: (reason) =>
      `The digits this network trains on cannot be looked through; close this and open it again to try once more. ${reason}`,
    answersNeedSession: 'A recording has no training digits to look through. Put this inside <cnn-model>.',
    patch: (rank, digit, value, image) =>
      `${rank}: in a ${digit}, ${value} (number ${image} of the digits the network trains on)`,
    table: {
      caption: (layer) => `The maps of ${layer}`,
      map: 'map',
      largest: 'largest value',
      place: 'at',
      mean: 'mean',
      on: 'cells above 0',
    },
  },
};
