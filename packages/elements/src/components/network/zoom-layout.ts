/** Where the parts of an opened map stand: columns on one axis where there is room, else one below the other. Pure numbers. */

export interface ZoomColumn {
  readonly key: ZoomPart;
  readonly x: number;
  readonly width: number;
}
export type ZoomPart = 'input' | 'maps' | 'kernels' | 'adds' | 'here' | 'before' | 'sum' | 'after';

export interface ZoomLayout {
  readonly flow: 'across' | 'down';
  readonly columns: readonly ZoomColumn[];
  readonly height: number;
  readonly middle: number;
  /** Height of one row of strands, its gap included. */
  readonly pitch: number;
  readonly rowTop: number;
  /** Side of the picture of the input and of a large map. */
  readonly inputSide: number;
  readonly mapSide: number;
}

export const smallMap = 56;
const leastGap = 16;

/** @param strands Rows between input and sum; 0 for pooling, 1 where a single kernel is shown large. */
export function zoomLayout(width: number, strands: number, hasSlot: boolean): ZoomLayout {
  const inputSide = hasSlot ? 140 : 224;
  const parts: readonly (readonly [ZoomPart, number])[] =
    strands > 1
      ? [
          ['input', inputSide],
          ['maps', smallMap],
          ['kernels', 50],
          ['adds', smallMap],
          ['here', 68],
          ['sum', 196],
          ['after', 196],
        ]
      : strands === 1
        ? [
            ['input', inputSide],
            ['kernels', 130],
            ['sum', 196],
            ['after', 196],
          ]
        : [
            ['input', inputSide],
            ['before', 196],
            ['after', 196],
          ];
  const taken = parts.reduce((sum, [, size]) => sum + size, 0);
  const gap = Math.min(96, (width - taken) / (parts.length - 1));
  const pitch = smallMap + 16;
  const rows = strands > 1 ? strands * pitch - 16 : 0;
  const height = Math.max(rows, 224);
  const flow = gap >= leastGap ? 'across' : 'down';
  let x = 0;
  const columns = parts.map(([key, size]) => {
    const column = { key, x: flow === 'across' ? Math.round(x) : 0, width: size };
    x += size + gap;
    return column;
  });
  const mapSide = flow === 'across' ? 196 : Math.min(308, Math.max(196, width - 4));
  return {
    flow,
    columns,
    height,
    middle: height / 2,
    pitch,
    rowTop: (height - rows) / 2,
    inputSide,
    mapSide,
  };
}
