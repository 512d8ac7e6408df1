/** The lab's state as it is now, for a link: what is set, and in words what a link leaves out. */
import type { LinkState } from '../../state/link-state.js';
import type { CnnConvolution } from './convolution.component.js';
import type { ConvolutionMessages } from './convolution.messages.js';
import type { LabParts } from './lab-of.js';
import { writeKernel, writeLab } from './lab-state.js';
import type { LabState } from './lab-state.js';
import { isSameKernel } from './presets.js';

export function stateOf(
  host: CnnConvolution,
  { actions, book, choice }: LabParts,
  words: ConvolutionMessages,
): LinkState<LabState> {
  book.follow();
  const { pictures, learned = [] } = actions.shown ?? {};
  const isGiven = host.picture === 'given' && (host.data !== undefined || pictures?.chosen === 'given');
  const all = book.of(actions.channels);
  // Also where the page itself has handed the network's kernel over.
  const isLearned =
    book.origin !== undefined ||
    learned.some(({ kernels }) => kernels.every((kernel, at) => isSameKernel(kernel, all[at] ?? [])));
  const { mode, groups, channel, bias, stride, padding, paddingMode, dilation, transposed, flipped } = host;
  const kernels = (book.isShared ? all.slice(0, 1) : all).map(writeKernel);
  const cell = choice.pinned;
  const omitted = [
    ...(isGiven ? [words.omitted[host.data ? 'image' : 'input']] : []),
    ...(isLearned ? [words.omitted.kernels] : []),
  ];
  return writeLab(
    {
      ...{
        picture: host.picture,
        mode,
        groups,
        channel,
        stride,
        padding,
        paddingMode,
        dilation,
        transposed,
        flipped,
      },
      ...(!isLearned && { bias, kernels }),
      ...(cell && { cell }),
    },
    omitted,
  );
}
