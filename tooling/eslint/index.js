// The lint rules. Formatting is Prettier's; import boundaries are tooling/boundaries'.
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const noModuleState = [
  {
    selector:
      "Program > VariableDeclaration[kind='let'], Program > ExportNamedDeclaration > VariableDeclaration[kind='let']",
    message: 'No mutable state of a module: give it an owner that a reader can point at.',
  },
];

const noRegistration = [
  {
    selector:
      "CallExpression[callee.object.name='customElements'][callee.property.name='define'], Decorator[expression.callee.name='customElement']",
    message: 'A .component.ts never registers: its neighbour x.ts does.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/generated/**',
      '**/reports/**',
      '**/storybook-static/**',
      '**/.vitepress/cache/**',
      '**/.vitepress/dist/**',
      '**/assembly/**',
      '.tools/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-undef': 'off',
      'no-restricted-syntax': ['error', ...noModuleState],
    },
  },
  {
    // Rules that need types: a promise that nobody waits for hides its error.
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.stories.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
    },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'packages/live/src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], litA11y.configs.recommended],
    settings: { litHtmlSources: true },
  },
  {
    files: ['packages/*/src/**/*.component.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noModuleState, ...noRegistration] },
  },
  {
    files: ['tooling/**', 'apps/**', '**/*.test.ts', '**/*.stories.ts'],
    rules: { 'no-console': 'off' },
  },
);
