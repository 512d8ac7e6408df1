/** The same layer as code for three libraries, each with a button that copies it. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { WindowPlan } from '@convlens/geometry';
import { codeFor } from './code.js';
import type { Library } from './code.js';
import type { Copied } from './copy-code.js';
import type { LayerSettings } from './layer.js';
import type { ShapeCalculatorMessages } from './shape-calculator.messages.js';

const libraries: readonly Library[] = ['ConvLens', 'Keras', 'PyTorch'];

/** What was copied last, and how. */
export interface CopiedCode {
  readonly code: string;
  readonly how: Copied;
}

export const codeView = (
  settings: LayerSettings,
  plan: WindowPlan,
  copied: CopiedCode | undefined,
  copy: (code: string, place: Node) => void,
  words: ShapeCalculatorMessages,
): TemplateResult =>
  html`<div class="codes">
    ${libraries.map((library) => {
      const code = codeFor(library, settings, plan);
      const how = copied?.code === code ? copied.how : undefined;
      const onClick = (event: Event): void => {
        // The button stands below the code that it copies.
        const place = (event.currentTarget as HTMLElement).closest('.code')!.querySelector('pre')!;
        copy(code, place);
      };
      return html`<div class="code">
        <p class="small muted">${words.asCode(library)}</p>
        <pre part="code" class="num" tabindex="0" role="region" aria-label=${words.asCode(library)}>
${code}</pre>
        <p class="copying">
          <button
            type="button"
            class="button"
            part="copy"
            aria-label=${words.copyCode(library)}
            @click=${onClick}
          >
            ${words.copy}
          </button>
          <span class="small muted" role="status">${how ? words.copied[how] : ''}</span>
        </p>
      </div>`;
    })}
  </div>`;
