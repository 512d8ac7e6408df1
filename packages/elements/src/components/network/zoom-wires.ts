/** The edges of an opened map: into the sum they carry what each input map adds at the cell. */
import { svg } from 'lit';
import type { TemplateResult } from 'lit';
import { isBent } from '../../trace/stages.js';
import type { ZoomPicture } from './zoom-picture.js';
import { smallMap } from './zoom-layout.js';
import type { ZoomPart } from './zoom-layout.js';

export function wires(picture: ZoomPicture): readonly TemplateResult[] {
  const { layout, view, words } = picture;
  const column = (key: ZoomPart) => layout.columns.find((entry) => entry.key === key);
  const curve = (
    fromX: number,
    fromY: number,
    toX: number,
    toY: number,
    stroke: string,
    width: number,
    opacity = 1,
  ): TemplateResult => {
    const bend = (toX - fromX) / 2;
    return svg`<path d="M${fromX} ${fromY}C${fromX + bend} ${fromY} ${toX - bend} ${toY} ${toX} ${toY}" stroke=${stroke} stroke-width=${width} opacity=${opacity} />`;
  };
  const between = (left: ZoomPart, right: ZoomPart): TemplateResult => {
    const [a, b] = [column(left), column(right)];
    return a && b ? curve(a.x + a.width, layout.middle, b.x, layout.middle, 'var(--outline)', 1) : svg``;
  };
  const after = column('after')!;
  const before = column('sum') ?? column('before')!;
  const last = [
    curve(before.x + before.width + 2, layout.middle, after.x - 2, layout.middle, 'var(--outline)', 1),
    ...(isBent(view.stage)
      ? [
          svg`<text x=${(before.x + before.width + after.x) / 2} y=${layout.middle - 8}>${words.activations[view.stage.activation]}</text>`,
        ]
      : []),
  ];
  if (view.strands.length === 0) return [between('input', 'before'), ...last];
  if (view.strands.length === 1) return [between('input', 'kernels'), between('kernels', 'sum'), ...last];
  const [input, maps, kernels, adds, here, sum] = (
    ['input', 'maps', 'kernels', 'adds', 'here', 'sum'] as const
  ).map((key) => column(key)!);
  const largest = Math.max(...view.strands.map(({ amount }) => Math.abs(amount)), 1e-12);
  const middleRow = (view.strands.length - 1) / 2;
  const strands = view.strands.flatMap((strand, index) => {
    const y = layout.rowTop + index * layout.pitch + smallMap / 2;
    const share = Math.abs(strand.amount) / largest;
    const colour = strand.amount < 0 ? 'var(--neg-3)' : 'var(--pos-3)';
    return [
      curve(
        input!.x + input!.width,
        layout.middle + (index - middleRow) * 14,
        maps!.x,
        y,
        'var(--outline)',
        1,
        0.6,
      ),
      curve(maps!.x + maps!.width, y, kernels!.x, y, 'var(--outline)', 1),
      curve(kernels!.x + kernels!.width, y, adds!.x, y, 'var(--outline)', 1),
      curve(adds!.x + adds!.width, y, here!.x, y, 'var(--line)', 1),
      curve(
        here!.x + here!.width + 4,
        y,
        sum!.x - 2,
        layout.middle + (index - middleRow) * 18,
        colour,
        0.75 + 3.25 * share,
      ),
    ];
  });
  return [...strands, ...last];
}
