// ESLint's rules for the site's scripts and for these tests; `cargo xtask eslint` runs them.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { fetched, root } from './lib/paths.mjs';

const { configs } = await fetched('@eslint/js');
const { browser, node } = await fetched('globals');

const scripts = 'templates/static/scripts';

/** Top-level names of the scripts that are also names of the browser, such as `status`. */
const shadowed = new Set(
  readdirSync(join(root, scripts), { recursive: true })
    .filter((path) => path.endsWith('.js'))
    .map((path) => readFileSync(join(root, scripts, path), 'utf8'))
    .flatMap((source) => [
      ...source.matchAll(/^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)/gm),
    ])
    .map(([, name]) => name)
    .filter((name) => name in browser),
);

/** The files that a module imports by a relative path. */
function importsOf(file) {
  const source = readFileSync(file, 'utf8');
  const paths = source.matchAll(/^(?:import|export)\b(?:[^;'"]*\bfrom)?\s*['"](\.[^'"]*)['"]/gm);
  return [...paths].map(([, path]) => resolve(dirname(file), path));
}

const graph = new Map();

/** Whether a module is another, or imports it directly or through others. */
function reaches(from, to, seen = new Set()) {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  if (!graph.has(from)) graph.set(from, importsOf(from));
  return graph.get(from).some((next) => reaches(next, to, seen));
}

/** Refuses imports in a circle. */
const noCycle = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { cycle: '{{path}} imports this module, directly or through others' },
  },
  create: (context) => ({
    ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source]'(statement) {
      const path = statement.source.value;
      if (!path.startsWith('.')) return;
      const target = resolve(dirname(context.filename), path);
      if (reaches(target, context.filename)) {
        context.report({ node: statement, messageId: 'cycle', data: { path } });
      }
    },
  }),
};

export default [
  { ignores: ['templates/static/vendor/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  {
    files: [`${scripts}/**/*.js`, 'tests/browser/**/*.mjs'],
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    plugins: { local: { rules: { 'no-cycle': noCycle } } },
    rules: {
      ...configs.recommended.rules,
      eqeqeq: 'error',
      'local/no-cycle': 'error',
      'no-shadow-restricted-names': 'error',
      'no-undef': 'error',
      'no-unused-vars': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'one-var': ['error', 'never'],
      'prefer-const': 'error',
    },
  },
  {
    files: [`${scripts}/**/*.js`],
    languageOptions: { globals: browser },
    rules: {
      // A bundle has one scope for all its modules: the browser's name would be another module's.
      'no-restricted-globals': [
        'error',
        ...Array.from(shadowed, (name) => ({
          name,
          message:
            'Another module declares this name, and a bundle has one scope. Write `globalThis.` before it.',
        })),
      ],
    },
  },
  {
    // Functions that Playwright runs in a page have the browser's names.
    files: ['tests/browser/**/*.mjs'],
    languageOptions: { globals: { ...node, ...browser } },
  },
];
