/** The lab as a template, from top to bottom: kernels to take, what can be turned, the grids, the sum of the chosen cell. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PaddingMode } from '@convlens/geometry';
import { outputFormula } from '../../parts/output-formula.js';
import { stepper, toggle } from '../../parts/settings.js';
import { channelModes, properGroups } from './channel-modes.js';
import { channelName } from './channel-names.js';
import { chips, presetChips } from './chips.js';
import { shownKernel } from './lab.js';
import type { Lab } from './lab.js';
import { figures } from './lab-figures.js';
import { listOrOff, pressOne } from './lists.js';
import { ranges } from './problem.js';
import { chosen } from './sum-view.js';

export const labView = (lab: Lab): TemplateResult =>
  html`${lab.learned.length > 0 ? takeFrom(lab, lab.learned, lab.words.learned) : nothing}
  ${networkToggle(lab)} ${takeFrom(lab, presetChips(lab.words), lab.words.classic)} ${channelSettings(lab)}
  ${settings(lab)} ${figures(lab)} ${'outputs' in lab.answer ? chosen(lab, lab.answer) : nothing}`;

const takeFrom = (lab: Lab, all: Lab['learned'], label: string): TemplateResult =>
  chips(all, lab.problem.kernels, shownKernel(lab), lab.ramps, label, lab.actions.take);

function networkToggle({ network, words, actions }: Lab): TemplateResult {
  if (!network) return html`${nothing}`;
  return html`<div class="of-network">
    ${toggle(words.alsoInNetwork, network.isOn, (editsNetwork) => actions.set({ editsNetwork }))}
    ${network.error ? html`<p class="note small" role="alert">${words.networkRefused(network.error.message)}</p>` : nothing}
  </div>`;
}

function channelSettings(lab: Lab): TemplateResult {
  const { pictures, image, mode, wantedGroups, words, numbers, actions } = lab;
  const { set } = actions;
  const proper = properGroups(image.channels);
  const isSeveral = image.planes.length > 1;
  return html`<div class="settings">
      ${listOrOff(
        words.picture,
        pictures.chosen,
        pictures.names.map((name) => [
          name,
          name === 'given' && pictures.isOfNetwork ? words.networkInput : words.pictures[name],
        ]),
        false,
        (picture) => set({ picture }),
      )}
      ${pressOne(
        words.channels,
        mode,
        channelModes.map((each) => [each, words.channelModes[each]]),
        lab.actions.setMode,
      )}
      ${
        mode === 'groups' && proper.length > 1
          ? pressOne(
              words.groups,
              wantedGroups,
              proper.map((groups) => [groups, numbers.integer(groups)]),
              (groups) => set({ groups }),
            )
          : nothing
      }
      ${image.channels > 1 ? channelPicker(lab) : nothing}
      ${isSeveral ? toggle(words.sameKernel, lab.isShared, lab.actions.share) : nothing}
    </div>
    ${modeNote(lab)}`;
}

/** Which channel is looked at. */
function channelPicker(lab: Lab): TemplateResult {
  const { image, plane, words, actions } = lab;
  const { set } = actions;
  const { channels } = image;
  const now = image.first + plane;
  if (channels > 4)
    return stepper(words.channel, now, [0, channels - 1], words, (channel) => set({ channel }));
  const all = Array.from({ length: channels }, (_, channel) => channel);
  return pressOne(
    words.channel,
    now,
    all.map((channel) => [
      channel,
      image.isColour ? channelName(lab, channel - image.first) : lab.numbers.integer(channel),
    ]),
    (channel) => set({ channel }),
  );
}

/** A mode that this picture cannot show says so, and offers what can. */
function modeNote({
  modeNote: note,
  mode,
  image,
  wantedGroups,
  words,
  actions: { set },
}: Lab): TemplateResult {
  if (!note) return html`${nothing}`;
  const other = mode === 'groups' ? 'maps' : 'colour';
  const nearest = note === 'undivided' ? properGroups(image.channels)[0] : undefined;
  return html`<div class="mode-note" role="status">
    <p class="note">${words.modeNotes[note](image.channels, wantedGroups)}</p>
    ${
      nearest === undefined
        ? html`<button type="button" class="button" part="sample" @click=${() => set({ picture: other })}>
            ${words.takePicture(words.pictures[other])}
          </button>`
        : html`<button
            type="button"
            class="button"
            part="nearest-groups"
            @click=${() => set({ groups: nearest })}
          >
            ${words.takeNearest(words.groups, nearest)}
          </button>`
    }
  </div>`;
}

function settings(lab: Lab): TemplateResult {
  const { problem, answer, words, actions } = lab;
  const { set, resize } = actions;
  const { settings: now, image } = problem;
  const kernel = shownKernel(lab);
  const [height, width] = [kernel.length, kernel[0]!.length];
  const plan = 'plan' in answer ? answer.plan : undefined;
  const turn = (name: 'stride' | 'padding' | 'dilation'): TemplateResult =>
    stepper(words.settings[name], now[name], ranges[name], words, (value) => set({ [name]: value }));
  return html`<div class="settings">
    ${stepper(words.settings.rows, height, [1, 11], words, (rows) => resize(rows, width))}
    ${stepper(words.settings.columns, width, [1, 11], words, (columns) => resize(height, columns))}
    ${turn('stride')} ${turn('padding')}
    ${listOrOff(
      words.paddingMode,
      now.paddingMode,
      (Object.keys(words.modes) as PaddingMode[]).map((mode) => [mode, words.modes[mode]]),
      now.isTransposed,
      // What is in cells that are not there cannot be seen: one cell, then.
      (paddingMode) => set({ paddingMode, padding: Math.max(1, now.padding) }),
    )}
    ${turn('dilation')} ${toggle(words.transposed, now.isTransposed, (transposed) => set({ transposed }))}
    ${toggle(words.flipped, now.isFlipped, (flipped) => set({ flipped }))}
    ${outputFormula(
      {
        input: image.shape[0],
        padding: 2 * now.padding,
        dilation: now.dilation,
        window: height,
        stride: now.stride,
        output: plan?.output[0],
        isTransposed: now.isTransposed,
      },
      now.isTransposed ? words.transposedFormula : words.formula,
    )}
  </div>`;
}
