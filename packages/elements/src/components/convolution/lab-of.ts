/** From the element's properties to all that its template is given: what is seen, and solved. */
import type { SessionView } from '../../controllers/session-view.js';
import type { Last } from '../../last.js';
import type { Numbers } from '../../messages/numbers.js';
import type { Ramps } from '../../render/scale.js';
import type { CellChoice } from './cell-choice.js';
import { channelWithin, groupingOf } from './channel-modes.js';
import type { PlaneRamps } from './channel-names.js';
import { learnedChips } from './chips.js';
import type { CnnConvolution } from './convolution.component.js';
import type { ConvolutionMessages } from './convolution.messages.js';
import type { KernelBook } from './kernel-book.js';
import type { Lab } from './lab.js';
import type { LabActions } from './lab-actions.js';
import type { LabSources, Shown } from './lab-sources.js';
import type { LearnedEdits } from './learned-edits.js';
import { solve, termsAt } from './problem.js';
import type { Illegal, LabSettings, Problem, Solved } from './problem.js';
import { labImageOf } from './source.js';
import type { LabImage } from './source.js';
import type { WindowDrag } from './window-drag.js';

/** What the element keeps from one render to the next. */
export interface LabParts {
  readonly sources: LabSources;
  readonly book: KernelBook;
  readonly choice: CellChoice;
  readonly dragging: WindowDrag;
  readonly ramps: PlaneRamps;
  readonly edits: LearnedEdits;
  readonly actions: LabActions;
  readonly image: Last<LabImage>;
  readonly problem: Last<Problem>;
  readonly answer: Last<Solved | Illegal>;
}

export interface LabSurroundings {
  readonly view: SessionView | undefined;
  readonly ramps: Ramps;
  readonly live: Lab['live'];
  readonly refused: Lab['refused'];
  readonly width: number;
  readonly words: ConvolutionMessages;
  readonly numbers: Numbers;
}

export function labOf(
  host: CnnConvolution,
  parts: LabParts,
  around: LabSurroundings,
): Lab | 'bad-image' | 'bad-kernel' {
  const { book, choice, actions } = parts;
  const shown = parts.sources.look(host.data, host.picture, around.view);
  if (!shown.image) return 'bad-image';
  const image = lookedAt(host, parts, shown);
  const { channels } = image;
  actions.see(shown, image);
  if (!book.isUsable(channels)) return 'bad-kernel';
  const all = book.of(channels);
  const plane = image.planes.length === 1 ? 0 : channelWithin(host.channel, channels);
  const { groups, note } = groupingOf(host.mode, channels, host.groups);
  const problem = problemOf(host, parts, image, groups);
  const answer = parts.answer.of([problem], () => solve(problem));
  const map = Math.floor((plane * problem.groups) / problem.kernels.length);
  const cell = choice.in('outputs' in answer ? answer.outputs[map] : undefined);
  const terms = cell ? termsAt(problem, cell, map).filter(({ channel }) => channel === plane) : [];
  return {
    ...around,
    actions,
    pictures: shown.pictures,
    image,
    mode: host.mode,
    wantedGroups: host.groups,
    modeNote: note,
    problem,
    answer,
    plane,
    map,
    cell,
    terms,
    isShared: book.isShared,
    isPinned: choice.isPinned,
    isPlaying: choice.isPlaying,
    learned: learnedChips(shown.learned),
    network: parts.edits.link(shown, book.origin, all),
    rampsOf: ofPlane(parts.ramps.of(around.ramps, image.isColour), image),
    dragging: parts.dragging,
  };
}

const ofPlane =
  (rampsOf: (channel: number) => Ramps, { first }: LabImage): Lab['rampsOf'] =>
  (plane) =>
    rampsOf(first + plane);

/** All channels of the picture, or the one that is looked at where they cannot be shown together. */
function lookedAt({ mode, channel, groups }: CnnConvolution, { image }: LabParts, shown: Shown): LabImage {
  const whole = shown.image!;
  const channels = whole.shape[2];
  const isAlone = mode === 'one' || groupingOf(mode, channels, groups).note === 'too-many';
  const alone = isAlone ? channelWithin(channel, channels) : undefined;
  return image.of([whole, alone], () => labImageOf(whole, alone));
}

function problemOf(host: CnnConvolution, parts: LabParts, image: LabImage, groups: number): Problem {
  const all = parts.book.of(image.channels);
  const kernels = image.planes.length === image.channels ? all : all.slice(image.first, image.first + 1);
  const settings = settingsOf(host);
  const key = [image.image, groups, host.bias, ...Object.values(settings), ...kernels];
  return parts.problem.of(key, () => ({ image: image.image, kernels, groups, settings, bias: host.bias }));
}

function settingsOf(host: CnnConvolution): LabSettings {
  const { stride, padding, dilation, paddingMode, transposed, flipped } = host;
  return {
    stride,
    padding,
    dilation,
    paddingMode: transposed ? 'zeros' : paddingMode,
    isTransposed: transposed,
    isFlipped: flipped,
  };
}
