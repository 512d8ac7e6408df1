// A convolution over letters: each letter is a channel of its own, 1 where it stands and 0 elsewhere, and the kernel holds a 1 for
// each of its letters. A sum of products is then the number of letters that agree.

/** One answer for each place where the kernel's first letter can be laid; places over the end see nothing there. */
export function answersTo(sentence: string, kernel: string): readonly number[] {
  const letters = [...sentence];
  return letters.map((_, place) =>
    [...kernel].reduce((sum, letter, offset) => sum + Number(letters[place + offset] === letter), 0),
  );
}

/** The words before the middle one and those after it change places; every word stays whole. */
export function swapped(sentence: string): string {
  const words = sentence.split(' ');
  const half = Math.floor(words.length / 2);
  const middle = words.length % 2 === 1 ? [words[half]!] : [];
  return [...words.slice(words.length - half), ...middle, ...words.slice(0, half)].join(' ');
}
