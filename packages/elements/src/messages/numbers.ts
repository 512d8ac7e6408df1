/** Numbers as people of one language write them, by Intl, with the real minus sign and a word for what is no number. */

export class Numbers {
  readonly #language: string;
  readonly #formats = new Map<string, Intl.NumberFormat>();
  constructor(language: string) {
    this.#language = language;
  }

  /** `fixed(-0.4, 2)` is `−0.40`; a value that rounds to zero has no sign. */
  fixed(value: number, digits: number): string {
    return this.#write(value, digits, 'negative');
  }

  /** With a sign in front: `+0.40`, `−0.40`, `0.00`. */
  signed(value: number, digits: number): string {
    return this.#write(value, digits, 'exceptZero');
  }

  /** `3,216` */
  integer(value: number): string {
    return this.#write(value, 0, 'negative');
  }

  /** `1.23 × 10⁻⁴`, for what two digits after the point would not show; from 0.01 to 10,000 as `fixed` writes it. */
  scientific(value: number, digits: number): string {
    const size = Math.abs(value);
    if (!Number.isFinite(value) || value === 0 || (size >= 0.01 && size < 10_000))
      return this.#write(value, digits + 1, 'negative');
    const [first, exponent] = value.toExponential(digits - 1).split('e') as [string, string];
    const mantissa = this.#write(Number(first), digits - 1, 'negative');
    const raised = String(Number(exponent)).replace(/[-0-9]/g, (sign) =>
      sign === '-' ? '⁻' : superscripts[Number(sign)]!,
    );
    return `${mantissa}\u00A0×\u00A010${raised}`;
  }

  #write(value: number, digits: number, signDisplay: 'negative' | 'exceptZero'): string {
    if (Number.isNaN(value)) return 'NaN';
    if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
    const key = `${digits}${signDisplay}`;
    let format = this.#formats.get(key);
    if (!format) {
      // `negative` came to Intl after this TypeScript's ES2022 library.
      const options = {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay,
      } as Intl.NumberFormatOptions;
      format = new Intl.NumberFormat(this.#language, options);
      this.#formats.set(key, format);
    }
    return format.format(value).replace('-', '−');
  }
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
