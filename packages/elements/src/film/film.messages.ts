/** Words of a film strip. */

export interface FilmMessages {
  readonly film: string;
  readonly now: (step: string) => string;
  readonly moment: (step: string) => string;
  readonly moments: (count: string) => string;
  readonly hold: string;
  readonly letGo: (step: string) => string;
  readonly heldAt: (step: string) => string;
  readonly save: string;
}

export const film: FilmMessages = {
  film: 'Moment of the run',
  now: (step) => `now, after step ${step}`,
  moment: (step) => `after step ${step}`,
  moments: (count) => (count === '1' ? 'one moment kept' : `${count} moments kept`),
  hold: 'Hold this moment beside',
  letGo: (step) => `Let go of step ${step}`,
  heldAt: (step) => `after step ${step}, held`,
  save: 'Save as PNG',
};
