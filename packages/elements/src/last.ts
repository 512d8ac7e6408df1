/** Keeps the last result for as long as what it was made of is the same, one by one. */
export class Last<T> {
  #key: readonly unknown[] | undefined;
  #value: T | undefined;

  of(key: readonly unknown[], make: () => T): T {
    if (!this.#key || key.length !== this.#key.length || key.some((part, i) => part !== this.#key![i])) {
      this.#value = make();
      this.#key = key;
    }
    // It was made with this key, whatever its type: undefined may be a value too.
    return this.#value as T;
  }
}
