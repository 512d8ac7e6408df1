import { describe, expect, it } from 'vitest';
import { Film } from './film.js';

describe('Film', () => {
  it('keeps what it was given, and finds the nearest moment of a step', () => {
    const film = new Film<string>();
    film.add(0, 'a');
    film.add(10, 'b');
    film.add(30, 'c');
    expect([film.at(4)?.value, film.at(6)?.value, film.at(99)?.value]).toEqual(['a', 'b', 'c']);
    film.add(30, 'd');
    expect(film.moments.map(({ value }) => value)).toEqual(['a', 'b', 'd']);
  });
  it('begins anew where the run does', () => {
    const film = new Film<number>();
    film.add(5, 5);
    film.add(9, 9);
    film.add(0, 0);
    expect(film.moments).toEqual([{ step: 0, value: 0 }]);
  });
  it('has room for so many, early ones closer together, the ends among them, each as it was', () => {
    const film = new Film<{ readonly step: number }>(60);
    const given = Array.from({ length: 2580 }, (_, step) => ({ step }));
    for (const value of given) film.add(value.step, value);
    const { moments } = film;
    expect(moments).toHaveLength(60);
    expect([moments[0]!.step, moments.at(-1)!.step]).toEqual([0, 2579]);
    for (const { step, value } of moments) expect(value).toBe(given[step]);
    // In equal stretches of the square root: half of the moments lie in the first quarter of the run.
    const early = moments.filter(({ step }) => step < 2580 / 4).length;
    expect(early).toBeGreaterThan(20);
    expect(early).toBeLessThan(40);
  });
});
