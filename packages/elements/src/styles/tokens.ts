/**
 * The design tokens as data: one row a token, its light and its dark value. Colour belongs to data; all else is ink on paper.
 * A ramp is six stops: the page, then 1 to 5. How stops are mixed is `render/ramp.ts`' work.
 */

export type ColourPair = readonly [light: string, dark: string];

const steps = (
  name: string,
  light: readonly string[],
  dark: readonly string[],
): readonly (readonly [string, ColourPair])[] =>
  light.map((value, index) => [`${name}-${index + 1}`, [value, dark[index]!]] as const);

/** Names as they stand after `--cnn-`: `page`, `pos-3`, `class-7`, … */
export const colourTokens: ReadonlyMap<string, ColourPair> = new Map<string, ColourPair>([
  ['page', ['#FCFBF8', '#0F1013']],
  ['ink', ['#17181C', '#EDEBE6']],
  ['muted', ['#5D6068', '#A3A6AD']],
  ['outline', ['#85888F', '#70747C']],
  ['line', ['#E4E1DA', '#2B2D33']],
  ['wash', ['#F3F1EB', '#191B1F']],
  ['pixel-0', ['#FCFBF8', '#0F1013']],
  ['pixel-1', ['#17181C', '#EDEBE6']],
  ...steps(
    'pos',
    ['#FADBB4', '#F4B068', '#D9741C', '#AD4A0B', '#632504'],
    ['#3E240D', '#7E420C', '#C96A14', '#F49A3E', '#FFE3BA'],
  ),
  ...steps(
    'neg',
    ['#D6E5F6', '#9CC1EB', '#4A88D3', '#1F58A8', '#0C2F68'],
    ['#14233B', '#173F74', '#2469BD', '#64A6F2', '#D2E7FF'],
  ),
  ...steps(
    'grad-pos',
    ['#F9DCEE', '#EFA9D6', '#D254A6', '#9B1872', '#5C0844'],
    ['#321527', '#681650', '#AD2B85', '#EE74C3', '#FFD6F0'],
  ),
  ...steps(
    'grad-neg',
    ['#DFEFCD', '#B2D98A', '#6A9F2E', '#427614', '#214705'],
    ['#1B2812', '#30500F', '#528519', '#8FC850', '#E1F7BF'],
  ),
  ['pos-text', ['#A8480A', '#F7A852']],
  ['neg-text', ['#1F58A8', '#79B3F5']],
  ['grad-pos-text', ['#A31C79', '#F28ACC']],
  ['grad-neg-text', ['#3F7213', '#97CE5A']],
  ['class-0', ['#3E16DA', '#919DE5']],
  ['class-1', ['#4873B0', '#4C79B8']],
  ['class-2', ['#4E9D97', '#70CFC9']],
  ['class-3', ['#254A04', '#A7ED7C']],
  ['class-4', ['#788A01', '#849709']],
  ['class-5', ['#885A3B', '#8B5C3D']],
  ['class-6', ['#E56767', '#E77E7C']],
  ['class-7', ['#911A5C', '#DC1A8C']],
  ['class-8', ['#640598', '#B655FF']],
  ['class-9', ['#2C2B2C', '#EEE6EC']],
]);

const declarations = (prefix: string, value: (name: string, pair: ColourPair) => string): string =>
  [...colourTokens].map(([name, pair]) => `${prefix}${name}: ${value(name, pair)};`).join('\n  ');

/**
 * The tokens for a whole page, where its own style uses them too. `data-theme="light"` or `"dark"` on `selector`
 * decides, and the system where it is absent.
 *
 * @example `<style>${pageTokens()}</style>`
 */
export const pageTokens = (selector = ':root'): string => `${selector} {
  color-scheme: light dark;
  ${declarations('--cnn-', (_name, [light, dark]) => `light-dark(${light}, ${dark})`)}
}
${selector}[data-theme='light'] { color-scheme: light; }
${selector}[data-theme='dark'] { color-scheme: dark; }
`;

/** What an element says of itself: the page's token where there is one, else the value of this table. */
export const hostTokens = (): string =>
  declarations('--', (name, [light, dark]) => `var(--cnn-${name}, light-dark(${light}, ${dark}))`);
