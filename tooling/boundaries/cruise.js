// Runs dependency-cruiser over the packages/ of a folder; returns `{ modules, violations }`, a
// violation being `{ from, to, rule }`.
import { cruise } from 'dependency-cruiser';
import { rules } from './rules.js';

const resolution = {
  exportsFields: ['exports'],
  conditionNames: ['@convlens/source', 'import', 'types', 'default'],
};

export async function findViolations(folder) {
  const { output } = await cruise(
    ['packages'],
    {
      baseDir: folder,
      ruleSet: { forbidden: rules },
      validate: true,
      tsPreCompilationDeps: true,
      exclude: { path: '(^|/)(dist|node_modules|generated|reports|assembly)/' },
    },
    resolution,
  );
  const violations = output.summary.violations.map(({ from, to, rule }) => ({ from, to, rule: rule.name }));
  return { modules: output.summary.totalCruised, violations };
}
