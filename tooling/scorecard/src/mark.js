// PASS: the task can be done and the line is met. PARTIAL: it can be done, the line is missed. FAIL: there is a way, and it does not
// do the task. ABSENT: there is no way.

/**
 * @param isDone Whether what the task asks for was seen.
 * @param lines What has to hold beside it, `[holds, figure]`.
 */
export const marked = (isDone, lines) => ({
  mark: !isDone ? 'FAIL' : lines.every(([holds]) => holds) ? 'PASS' : 'PARTIAL',
  figures: lines.map(([holds, figure]) => `${holds ? '✓' : '✗'} ${figure}`),
});

export const absent = (figure) => ({ mark: 'ABSENT', figures: [figure] });
