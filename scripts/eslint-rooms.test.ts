import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { configs } from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The invented files are in no TypeScript project, so rules that ask for types are off. */
const eslint = new ESLint({ cwd: root, overrideConfig: configs.disableTypeChecked });

/** One module of each room, from src/. */
const modules = {
  language: 'language/index.ts',
  articles: 'articles/article.ts',
  library: 'library/library.ts',
  speech: 'speech/engine.ts',
  listening: 'listening/script.ts',
  ui: 'ui/format.ts',
  localization: 'localization/localization.ts',
  'service-worker': 'service-worker/keep-readable-editions.ts',
  cli: 'cli/serve.ts',
  'app-update.ts': 'app-update.ts',
  'trusted-types.ts': 'trusted-types.ts',
  'voice-desk.ts': 'voice-desk.ts',
  'main.ts': 'main.ts',
};
type Room = keyof typeof modules;
const rooms = Object.keys(modules) as Room[];

/** The table of the design, written a second time. */
const allowed: Record<Room | 'gateway', readonly Room[]> = {
  language: [],
  articles: ['language'],
  library: ['articles'],
  speech: [],
  listening: ['language', 'articles', 'library', 'speech'],
  ui: ['language', 'articles', 'library', 'speech', 'listening', 'localization'],
  localization: [],
  'service-worker': ['articles'],
  gateway: ['articles'],
  cli: ['language', 'articles'],
  'app-update.ts': ['trusted-types.ts'],
  'trusted-types.ts': [],
  'voice-desk.ts': ['listening', 'library', 'speech', 'ui', 'trusted-types.ts'],
  'main.ts': rooms,
};

/** What the linter says of a module that stands at `file` under src/. */
async function complaints(file: string, ...lines: string[]): Promise<string[]> {
  const [result] = await eslint.lintText(`${lines.join('\n')}\n`, { filePath: `${root}src/${file}` });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const zone = 'import-x/no-restricted-paths';
const byType = '@typescript-eslint/no-restricted-imports';

describe.each(Object.entries(allowed))('%s imports', (room, roomsAllowed) => {
  const file = room.endsWith('.ts') ? room : `${room}/deep/er.ts`;
  const up = room.endsWith('.ts') ? './' : '../../';
  const type = (other: Room) => `export type * from '${up}${modules[other]}';`;
  const others = rooms.filter((other) => other !== room);

  it.each(others.filter((other) => roomsAllowed.includes(other)))('%s', async (other) => {
    expect(await complaints(file, type(other))).toEqual([]);
  });

  it.each(others.filter((other) => !roomsAllowed.includes(other)))('never %s', async (other) => {
    expect(await complaints(file, type(other))).toEqual([zone]);
    expect(await complaints(file, `export const late = () => import('${up}${modules[other]}');`)).toEqual([zone]);
  });

  it('itself', async () => {
    if (room in modules) expect(await complaints(file, type(room as Room))).toEqual([]);
  });
});

it.each(['e2e/rig/sound.ts', 'scripts/manifest.ts'])('nothing of the app imports %s', async (path) => {
  expect(await complaints('ui/x.ts', `export type * from '../../${path}';`)).toEqual([zone]);
});

describe('known by type only', () => {
  const value = (name: string, from: string) => [`import { ${name} } from '../${from}';`, `export const x = ${name};`];

  it.each([
    ['articles', 'splitSentences', 'language/index.ts'],
    ['service-worker', 'hasHeadline', 'articles/article.ts'],
    ['ui', 'Library', 'library/library.ts'],
    ['ui', 'EditionSync', 'library/edition-sync.ts'],
    ['ui', 'WebSpeechEngine', 'speech/web-speech/web-speech-engine.ts'],
    ['ui', 'ListeningSession', 'listening/listening-session.ts'],
    ['ui', 'ArticleIntake', 'articles/intake.ts'],
    ['ui', 'readText', 'articles/text-reader.ts'],
  ])('%s: %s of %s', async (room, name, from) => {
    expect(await complaints(`${room}/x.ts`, ...value(name, from))).toEqual([byType]);
    expect(await complaints(`${room}/x.ts`, `export type { ${name} } from '../${from}';`)).toEqual([]);
    expect(await complaints(`${room}/x.test.ts`, ...value(name, from))).toEqual([]);
  });

  it.each([
    ['ui', 'hasHeadline', 'articles/article.ts'],
    ['ui', 'rates', 'listening/listening-session.ts'],
    ['ui', 'switchLocale', 'localization/localization.ts'],
    ['listening', 'splitSentences', 'language/index.ts'],
    ['library', 'stableHash', 'articles/hash.ts'],
  ])('%s uses %s of %s', async (room, name, from) => {
    expect(await complaints(`${room}/x.ts`, ...value(name, from))).toEqual([]);
  });
});

describe('never', () => {
  it.each([
    ['markup as it comes', 'no-restricted-imports', "export { unsafeHTML } from 'lit/directives/unsafe-html.js';"],
    ['any', '@typescript-eslint/no-explicit-any', 'export const x = (y: any) => String(y);'],
    ['a bang', '@typescript-eslint/no-non-null-assertion', 'export const x = (y?: string) => y!;'],
  ])('%s', async (_, rule, line) => {
    expect(await complaints('ui/x.ts', line)).toEqual([rule]);
  });
});
