/** The Convolution Lab in a page, and ways to press, tick, choose and read what is in it: for its tests. */
import type { ImageBatch } from '@convlens/types';
import type { CnnConvolution } from '../src/components/convolution/convolution.js';
import { makePage, mount } from './mount.js';
import { inside } from './settle.js';

/** 1 × 2 cells of red, green and blue. */
export const rgb: ImageBatch = { shape: [1, 1, 2, 3], data: Float32Array.of(0.1, 0.2, 0.3, 0.4, 0.6, 0.8) };
export const ones = [[1, 1]];

export const lab = (properties: Partial<CnnConvolution> = {}, width = 1000): Promise<CnnConvolution> => {
  const page = makePage();
  page.style.width = `${width}px`;
  return mount('cnn-convolution', properties, page);
};
export const text = (element: CnnConvolution, selector: string): string =>
  inside(element, selector).textContent!.replace(/\s+/g, ' ').trim();
export const said = (element: CnnConvolution): string => text(element, '[part="readout"]');
export const all = (element: CnnConvolution, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
export const numbersIn = (grid: HTMLElement): readonly string[] =>
  [...grid.querySelectorAll('.numbers span')].map(({ textContent }) => textContent.trim());

export function press(element: CnnConvolution, name: string): void {
  const button = all(element, 'button').find(({ textContent, ariaLabel }) =>
    [textContent.trim(), ariaLabel].includes(name),
  );
  if (!button) throw new Error(`press: expected a button "${name}", received none.`);
  button.click();
}
export function tick(element: CnnConvolution, name: string): void {
  const label = all(element, '.toggle').find(({ textContent }) => textContent.trim() === name);
  if (!label) throw new Error(`tick: expected a box "${name}", received none.`);
  label.querySelector('input')!.click();
}
export function choose(element: CnnConvolution, name: string, option: string): void {
  const label = all(element, 'label.setting').find(({ textContent }) => textContent.trim().startsWith(name));
  const select = label?.querySelector('select');
  if (!select) throw new Error(`choose: expected a list "${name}", received none.`);
  select.value = option;
  select.dispatchEvent(new Event('change'));
}
