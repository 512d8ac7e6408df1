/** Where in an element an event happened, in the pixels that its own sizes are in: `--cnn-scale` makes those of the screen others. */
export function placeIn(element: HTMLElement, event: MouseEvent): readonly [x: number, y: number] {
  const { left, top, width } = element.getBoundingClientRect();
  const scale = width > 0 && element.offsetWidth > 0 ? width / element.offsetWidth : 1;
  return [(event.clientX - left) / scale, (event.clientY - top) / scale];
}
