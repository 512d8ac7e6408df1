/** Every word that `<cnn-draw-pad>` says. */
export interface DrawPadMessages {
  readonly label: string;
  readonly keys: string;
  readonly hint: string;
  readonly hintWithSamples: string;
  readonly undo: string;
  readonly clear: string;
  readonly samples: string;
  readonly sample: (number: string) => string;
  readonly seen: string;
  readonly seenAs: (isCentred: boolean) => string;
  readonly centre: string;
  readonly drawn: string;
  readonly empty: string;
  readonly place: (row: string, column: string, isPenDown: boolean) => string;
  readonly strokes: (count: number, written: string) => string;
  readonly undone: string;
  readonly cleared: string;
}

export const english: DrawPadMessages = {
  label: 'Draw pad',
  keys: 'Arrow keys move the pen, Space puts it down or lifts it, Backspace takes back a stroke, Delete clears.',
  hint: 'Draw a digit',
  hintWithSamples: 'Draw, or take a digit',
  undo: 'Undo',
  clear: 'Clear',
  samples: 'Digits to take',
  sample: (number) => `digit ${number}`,
  seen: 'what the network sees',
  seenAs: (isCentred) => (isCentred ? '28 × 28, scaled and centred' : '28 × 28, as drawn'),
  centre: 'Centre',
  drawn: 'what you drew',
  empty: 'Nothing is drawn yet.',
  place: (row, column, isPenDown) => `row ${row}, column ${column}, pen ${isPenDown ? 'down' : 'up'}`,
  strokes: (count, written) => (count === 1 ? '1 stroke.' : `${written} strokes.`),
  undone: 'The last stroke is gone.',
  cleared: 'The pad is empty.',
};

export const tables = { en: english };
