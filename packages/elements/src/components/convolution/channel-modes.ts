/** What becomes of several channels: one is looked at, all are summed, each makes a map of its own, or groups of them do. */

export const channelModes = ['one', 'sum', 'depthwise', 'groups'] as const;
export type ChannelMode = (typeof channelModes)[number];

/** More are not shown together. */
export const mostChannels = 16;

/** Groups that are neither all channels in one nor each alone. */
export const properGroups = (channels: number): readonly number[] =>
  Array.from({ length: Math.max(0, channels - 2) }, (_, index) => index + 2).filter(
    (groups) => channels % groups === 0,
  );

/** A channel that there is. */
export const channelWithin = (channel: number, channels: number): number =>
  Number.isFinite(channel) ? Math.max(0, Math.min(channels - 1, Math.round(channel))) : 0;

/** Why a mode shows less than its name says. */
export type ModeNote = 'one-channel' | 'too-many' | 'undivided';

export interface Grouping {
  readonly groups: number;
  readonly note: ModeNote | undefined;
}

/** How many groups the channels that are shown fall into; where a mode asks for what cannot be, they are summed, and it is said. */
export function groupingOf(mode: ChannelMode, channels: number, wanted: number): Grouping {
  if (mode === 'one') return { groups: 1, note: undefined };
  if (channels === 1) return { groups: 1, note: 'one-channel' };
  if (channels > mostChannels) return { groups: 1, note: 'too-many' };
  if (mode === 'sum') return { groups: 1, note: undefined };
  if (mode === 'depthwise') return { groups: channels, note: undefined };
  const isProper = properGroups(channels).includes(wanted);
  return isProper ? { groups: wanted, note: undefined } : { groups: 1, note: 'undivided' };
}
