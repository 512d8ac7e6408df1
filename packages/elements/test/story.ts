/** The shape of a story, by hand: Storybook's own types would come with all of Storybook. */
import type { TemplateResult } from 'lit';

export interface Meta<Args> {
  readonly title: string;
  /** The tag, whose documentation comes from custom-elements.json. */
  readonly component: string;
  readonly tags?: readonly string[];
  readonly args?: Partial<Args>;
  readonly render: (args: Args) => TemplateResult;
}

export interface Story<Args> {
  readonly args?: Partial<Args>;
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly render?: (args: Args) => TemplateResult;
  /** Runs after the story is drawn; what it throws fails the story. */
  readonly play?: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

/** Fails a story with a sentence. */
export function assert(isTrue: boolean, sentence: string): asserts isTrue {
  if (!isTrue) throw new Error(`Expected that ${sentence}.`);
}
