// The edges as rules of dependency-cruiser, and three that hold everywhere.
import { edges } from './edges.js';

// Tests and stories may use development dependencies: a layer's test runs on a real backend.
const notShipped = '\\.(test|stories)\\.ts$|/test/|\\.config\\.js$';

const edgeRules = Object.entries(edges).map(([name, allowed]) => ({
  name: `${name}-imports-only-its-own-edges`,
  severity: 'error',
  from: { path: `^packages/${name}/`, pathNot: notShipped },
  to: { path: '^packages/', pathNot: [name, ...allowed].map((each) => `^packages/${each}/`) },
}));

export const rules = [
  ...edgeRules,
  {
    name: 'packages-import-no-app-and-no-tooling',
    severity: 'error',
    from: { path: '^packages/', pathNot: notShipped },
    to: { path: '^(apps|tooling)/' },
  },
  {
    name: 'no-circular-modules',
    severity: 'error',
    // An op's gradient is written with other ops, and theirs may need it: the one place for a circle.
    from: { path: '^packages/', pathNot: '^packages/tensor-core/src/ops/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'resolvable',
    severity: 'error',
    from: { path: '^packages/', pathNot: notShipped },
    to: { couldNotResolve: true },
  },
];
