// The house rule of who may import whom, for ESLint. A room that is not listed as allowed is forbidden, so a new one
// begins closed.
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import { plugin as typescript } from 'typescript-eslint';

/** What each room under src/ may import besides itself. */
const mayImport = {
  language: [],
  articles: ['language'],
  library: ['articles'],
  speech: [],
  listening: ['language', 'speech', 'articles', 'library'],
  ui: ['language', 'articles', 'library', 'speech', 'listening', 'localization'],
  localization: [],
  'service-worker': ['articles'],
  gateway: ['articles'],
  cli: ['language', 'articles', 'speech/espeak', 'gateway'],
  // The composition root's own helpers.
  'app-update.ts': ['trusted-types.ts'],
  'arrival.ts': ['articles', 'ui'],
  'data-desk.ts': ['library', 'listening', 'ui'],
  'intake-desk.ts': ['articles', 'lazy.ts', 'library', 'ui', 'remote-fetcher.ts', 'trusted-types.ts'],
  'keeping.ts': ['library', 'listening', 'ui'],
  'install-once.ts': ['library', 'listening', 'ui'],
  'installing.ts': ['ui'],
  'launched-files.ts': [],
  'lazy.ts': [],
  'listening-desk.ts': ['library', 'listening', 'ui', 'remote-fetcher.ts'],
  'once-shown.ts': ['install-once.ts', 'keeping.ts', 'launched-files.ts', 'library', 'listening', 'ui'],
  'remote-fetcher.ts': ['articles', 'library'],
  'search-desk': ['language', 'library', 'trusted-types.ts'],
  'session-wiring.ts': ['listening', 'library', 'app-update.ts'],
  'source-desk.ts': ['articles', 'library', 'ui', 'remote-fetcher.ts', 'trusted-types.ts'],
  'system-voice.ts': ['language', 'speech'],
  'trusted-types.ts': [],
  'voice-desk.ts': ['listening', 'library', 'speech', 'ui', 'trusted-types.ts'],
};

/** Rooms and modules that a room knows by type only, tests apart. */
const typesOnly = [
  { room: 'articles', from: ['**/language/**'] },
  { room: 'service-worker', from: ['**/articles/**'] },
  // Instances come from contexts; only values that are pure (functions, tables) are imported.
  {
    room: 'ui',
    from: ['**/speech/**', '**/library/**', '**/articles/*-reader.ts', '**/articles/decode-text.ts'],
    names: { '**/listening/**': ['ListeningSession', 'Script'], '**/articles/**': ['ArticleIntake'] },
  },
];

const zones = Object.entries(mayImport).map(([room, allowed]) => ({
  target: `./src/${room}`,
  from: './src',
  except: [room, ...allowed].map((path) => `./${path}`),
  message: `src/${room} may import ${allowed.length > 0 ? `only ${allowed.join(', ')}` : 'no other room'}.`,
}));

const outside = {
  target: './src',
  from: ['./e2e', './bench', './scripts'],
  message: 'The app imports no test, bench or build script.',
};

function restrictedPatterns({ room, from, names = {} }) {
  const message = `src/${room} imports this by type only.`;
  const byName = Object.entries(names).map(([path, importNames]) => ({ group: [path], importNames }));
  return [{ group: from }, ...byName].map((pattern) => ({ ...pattern, allowTypeImports: true, message }));
}

/** @param root the folder that src/ lies in, absolute */
export function rooms(root) {
  return [
    {
      files: ['src/**/*.ts'],
      plugins: { 'import-x': importX },
      settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js'] })] },
      rules: { 'import-x/no-restricted-paths': ['error', { basePath: root, zones: [...zones, outside] }] },
    },
    ...typesOnly.map((limit) => ({
      files: [`src/${limit.room}/**/*.ts`],
      ignores: ['**/*.test.ts'],
      plugins: { '@typescript-eslint': typescript },
      rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: restrictedPatterns(limit) }] },
    })),
  ];
}
