/** Reads the settings of a state one by one, each by its rule; what is not there is what it is by default. */
import type { PlainData, PlainObject } from './plain-data.js';
import { badSetting, unknownSetting } from './state-errors.js';

export class SettingReader {
  readonly #settings: PlainObject;

  /** @throws StateError `UNKNOWN_SETTING` */
  constructor(settings: PlainObject, known: readonly string[]) {
    const unknown = Object.keys(settings).find((name) => !known.includes(name));
    if (unknown !== undefined) throw unknownSetting(unknown, known);
    this.#settings = settings;
  }

  /** @throws StateError `BAD_SETTING`, as all of these */
  whole(name: string, [least, most]: readonly [number, number], unlessTold: number): number {
    return this.#read(name, `a whole number from ${least} to ${most}`, unlessTold, (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
        ? value
        : undefined,
    );
  }

  number(name: string, unlessTold: number): number {
    return this.#read(name, 'a number', unlessTold, (value) =>
      typeof value === 'number' ? value : undefined,
    );
  }

  word<Word extends string>(name: string, words: readonly Word[], unlessTold: Word): Word {
    return this.#read(name, `one of ${words.join(', ')}`, unlessTold, (value) =>
      words.find((word) => word === value),
    );
  }

  flag(name: string): boolean {
    return this.#read(name, 'true or false', false, (value) =>
      typeof value === 'boolean' ? value : undefined,
    );
  }

  /** Whatever its rule lets through; undefined from `read` is a refusal. */
  by<T>(name: string, expected: string, read: (value: PlainData) => T | undefined): T | undefined {
    return this.#read<T | undefined>(name, expected, undefined, read);
  }

  #read<T>(name: string, expected: string, unlessTold: T, read: (value: PlainData) => T | undefined): T {
    const value = this.#settings[name];
    if (value === undefined) return unlessTold;
    const result = read(value);
    if (result === undefined) throw badSetting(name, expected, value);
    return result;
  }
}
