// axe on a page: only what it calls serious or critical counts, and the shadow roots are looked into.
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

const axePath = createRequire(new URL('../../../tooling/test/package.json', import.meta.url)).resolve(
  'axe-core',
);

/** As much of axe's answer as is read here. */
interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly {
      readonly target: readonly (string | readonly string[])[];
      readonly failureSummary?: string;
    }[];
  }[];
}

interface Axe {
  run(options: { readonly runOnly?: readonly string[] }): Promise<AxeResults>;
}

/**
 * `rule: selector` for every serious finding.
 * @param rules All of axe's unless told.
 */
export async function seriousFindings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axePath });
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(runOnly ? { runOnly } : {});
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.flat().join(' ')} (${node.failureSummary ?? ''})`),
      );
  }, rules);
}
