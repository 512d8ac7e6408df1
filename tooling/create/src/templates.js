/** The files of a new element: a thin working path from the numbers of a session, or of a record, to a picture with a table. */

/** `weight-norms` → `CnnWeightNorms`, `WeightNormsMessages` */
export function namesOf(name) {
  const pascal = name.replace(/(^|-)([a-z0-9])/g, (_all, _dash, letter) => letter.toUpperCase());
  return { name, className: `Cnn${pascal}`, messagesName: `${pascal}Messages`, title: sentenceCase(name) };
}

const sentenceCase = (name) => {
  const words = name.replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
};

export const changeset = (name, summary) => `---
'@convlens/elements': minor
---

\`<cnn-${name}>\`: ${summary}
`;

export function elementFiles(name, summary) {
  const { className, messagesName, title } = namesOf(name);
  return {
    [`${name}.ts`]: `/** Registers \`<cnn-${name}>\`. */
import { define } from '../../define.js';
import { ${className} } from './${name}.component.js';

define('cnn-${name}', ${className});

export { ${className} };

declare global {
  interface HTMLElementTagNameMap {
    'cnn-${name}': ${className};
  }
}
`,
    [`${name}.component.ts`]: `/** \`<cnn-${name}>\`, unregistered. */
import type { ActivationRecord } from '@convlens/types';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CnnElement } from '../../base-element.js';
import { RecordFeed } from '../../controllers/record-feed.js';
import { tableTwin } from '../../parts/table-twin.js';
import { tensorCanvas } from '../../parts/tensor-canvas.js';
import { mapsOf } from '../../render/paint.js';
import { base } from '../../styles/base.styles.js';
import { tokens } from '../../styles/tokens.css.js';
import { tapsOf } from '../../trace/stages.js';
import { Trace } from '../../trace/trace.js';
import { messages } from './${name}.messages.js';
import { styles } from './${name}.styles.js';

/**
 * @tagname cnn-${name}
 * @summary ${summary}
 * @csspart base - All of it.
 * @csspart readout - The same in a sentence.
 * @csspart table-button - Opens the table of the same numbers.
 * @csspart table - That table.
 */
export class ${className} extends CnnElement {
  static override styles = [tokens, base, styles];

  /** A recorded moment; without it the session's live one. */
  @property({ attribute: false }) data: ActivationRecord | undefined;

  readonly #feed = new RecordFeed();

  protected override render(): TemplateResult {
    const { words, numbers } = this.speak(messages);
    const feed = this.#feed.read(this.view, this.data, tapsOf);
    this.sources.watch(feed.sources);
    const trace = feed.record && new Trace(feed.record);
    const values = trace?.values(0);
    if (!trace || !values)
      return html\`\${this.themes.probe()}
        <p class="note">
          \${feed.state === 'failed' ? words.failed(feed.reason ?? '') : feed.state === 'empty' ? words.noModel : words.loading}
        </p>\`;
    const [height, width] = trace.stages[0]!.size;
    const label = words.label(numbers.integer(height), numbers.integer(width));
    const planes = mapsOf(values, [height, width, 1]);
    return html\`\${this.themes.probe()}
      <div part="base" class="picture" tabindex="0" role="group" aria-label=\${label}>
        <canvas
          class="pixels framed"
          role="img"
          aria-label=\${label}
          \${tensorCanvas(planes, trace.scale(0), this.themes.palette.ramps)}
        ></canvas>
      </div>
      <p class="readout" part="readout" aria-live=\${this.live}>\${label}</p>
      \${tableTwin(
        () => ({
          caption: label,
          head: [words.row, ...Array.from({ length: width }, (_, column) => numbers.integer(column))],
          rows: Array.from({ length: height }, (_, row) => [
            numbers.integer(row),
            ...Array.from({ length: width }, (_cell, column) => numbers.fixed(values[row * width + column]!, 2)),
          ]),
        }),
        this.table,
        words,
        this.toggleTable,
      )}\`;
  }
}
`,
    [`${name}.messages.ts`]: `/** Every word that \`<cnn-${name}>\` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';

export interface ${messagesName} extends CommonMessages {
  readonly label: (height: string, width: string) => string;
  readonly row: string;
}

export const messages: MessageTables<${messagesName}> = {
  en: {
    ...common,
    label: (height, width) => \`Input, \${height} by \${width}\`,
    row: 'row',
  },
};
`,
    [`${name}.styles.ts`]: `/** How \`<cnn-${name}>\` looks. */
import { css } from 'lit';

export const styles = css\`
  .picture canvas {
    width: min(100%, 168px);
  }
\`;
`,
    [`${name}.stories.ts`]: `/** \`<cnn-${name}>\` in every state. */
import type { ActivationRecord, ModelSession } from '@convlens/types';
import { html } from 'lit';
import { FakeSession } from '../../../test/fake-session.js';
import { seedRecord } from '../../../test/seed-record.js';
import { settle } from '../../../test/settle.js';
import { assert } from '../../../test/story.js';
import type { Meta, Story } from '../../../test/story.js';
import './${name}.js';

interface Args {
  readonly data?: ActivationRecord;
  readonly session?: ModelSession;
}

export default {
  title: '${title}',
  component: 'cnn-${name}',
  tags: ['autodocs'],
  render: ({ data, session }) => html\`<cnn-${name} .data=\${data} .session=\${session}></cnn-${name}>\`,
} satisfies Meta<Args>;

export const Recorded: Story<Args> = { args: { data: seedRecord() } };
export const Live: Story<Args> = { args: { session: new FakeSession() } };
export const Empty: Story<Args> = {
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('cnn-${name}')!;
    await settle(element);
    assert(element.shadowRoot!.querySelector('.note') !== null, 'it says what to do');
  },
};
`,
    [`${name}.browser.test.ts`]: `import { beforeAll, describe, expect, it } from 'vitest';
import { mount } from '../../../test/mount.js';
import { seedRecord } from '../../../test/seed-record.js';
import { inside } from '../../../test/settle.js';

beforeAll(() => import('./${name}.js'));

describe('<cnn-${name}>', () => {
  it('says in its table what the record holds', async () => {
    const record = seedRecord();
    const element = await mount('cnn-${name}', { data: record, table: true });
    const cells = [...inside(element, '[part=table]').querySelectorAll('td')];
    const values = record.tensors['input']!.data;
    expect(cells).toHaveLength(values.length);
    expect(Number(cells[400]!.textContent)).toBeCloseTo(values[400]!, 2);
  });
});
`,
  };
}
