import { fileURLToPath } from 'node:url';
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as webComponents } from 'eslint-plugin-wc';
import globals from 'globals';
import { configs as typescript } from 'typescript-eslint';
import { rooms } from './scripts/lib/eslint-rooms.js';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig(
  globalIgnores(['dist/', 'build/', 'coverage/', 'test-results/', 'src/localization/generated/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'tsconfig.worker.json', 'tsconfig.node.json'],
        tsconfigRootDir: root,
      },
    },
    rules: {
      // Written as escapes, combining characters mislead nobody.
      'no-misleading-character-class': ['error', { allowEscape: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-imports': [
        'error',
        ...['html', 'svg', 'mathml'].map((markup) => ({
          name: `lit/directives/unsafe-${markup}.js`,
          message: 'An article is data: render its text and marks by a template.',
        })),
      ],
    },
  },
  {
    files: ['src/ui/**/*.ts'],
    extends: [lit['flat/recommended'], webComponents['flat/best-practice']],
    // LitElement has every lifecycle callback.
    rules: { 'wc/guard-super-call': 'off' },
  },
  { files: ['**/*.js'], languageOptions: { globals: globals.node } },
  {
    files: ['e2e/rig/fixtures/**/*.js', 'bench/watch-list.js', 'bench/watch-first-row.js'],
    languageOptions: { globals: globals.browser },
  },
  rooms(root),
);
