/** Files that a visitor drags onto an element or pastes into it. */

/** Whether something that is dragged is a file: text and links are left to the page. */
export const holdsFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false;

/** The first one that says it is a picture, else the first: what it really is, its bytes say. */
export const pictureAmong = (files: FileList | undefined): File | undefined => {
  const all = [...(files ?? [])];
  return all.find(({ type }) => type.startsWith('image/')) ?? all[0];
};

/** A paste is meant for an element that has the focus, or that is pointed at while nothing has it. */
export function isMeantFor(element: Element, event: Event): boolean {
  if (event.composedPath().includes(element)) return true;
  const { body, documentElement } = element.ownerDocument;
  return (event.target === body || event.target === documentElement) && element.matches(':hover');
}
