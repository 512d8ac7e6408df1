/** Draws a story where it is wanted: the documentation shows the same ones that Storybook shows and the tests run. */
import { render } from 'lit';
import type { Meta, Story } from './story.js';

export function showStory<Args>(place: HTMLElement, meta: Meta<Args>, story: Story<Args>): void {
  // A story's arguments complete those of its file; together they are what `render` asks for.
  const args = { ...meta.args, ...story.args } as Args;
  render((story.render ?? meta.render)(args), place);
}
