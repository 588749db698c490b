import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { RuntimeConfig } from './fallback-localizer.ts';
import { localeProblems } from './locale-problems.ts';

// Inside the repository, so that the small project finds @lit/localize.
mkdirSync('build', { recursive: true });
const folder = mkdtempSync(join(process.cwd(), 'build', 'locales-'));
const project = join(folder, 'project');
const configFile = join(project, 'lit-localize.json');

const config = {
  $schema: '',
  sourceLocale: 'sq',
  targetLocales: ['en', 'de'],
  tsConfig: './tsconfig.json',
  output: { mode: 'runtime', outputDir: './generated', localeCodesModule: `${project}/generated/locale-codes.ts` },
  interchange: { format: 'xliff', xliffDir: './locales' },
};
const source = "import { msg, str } from '@lit/localize';\nexport const greet = (name: string) => [";
const greetings = `${source}msg('Mirëdita.'), msg(str\`Mirë se erdhe, \${name}.\`)];\n`;
const translated = {
  en: ['Good day.', 'Welcome, <x id="0" equiv-text="${name}"/>.'],
  de: ['Guten Tag.', 'Willkommen, <x id="0" equiv-text="${name}"/>.'],
};

const file = (path: string) => join(project, path);
const write = (path: string, text: string) => writeFileSync(file(path), text);
const edit = (path: string, change: (text: string) => string) => write(path, change(readFileSync(file(path), 'utf8')));
const everything = () =>
  readdirSync(project, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** A whole project, made by the tool itself and kept beside, for each test to spoil. */
const whole = join(folder, 'whole');

beforeEach(() => {
  rmSync(project, { recursive: true, force: true });
  cpSync(whole, project, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

await makeWholeProject();

async function makeWholeProject(): Promise<void> {
  const [{ FallbackLocalizer }, { readConfigFileAndWriteSchema }] = await Promise.all([
    import('./fallback-localizer.ts'),
    import('@lit/localize-tools/lib/config.js'),
  ]);
  mkdirSync(project);
  write('lit-localize.json', JSON.stringify(config));
  write('tsconfig.json', '{ "compilerOptions": { "moduleResolution": "Bundler", "module": "ESNext" } }');
  write('greetings.ts', greetings);
  const localizer = () => new FallbackLocalizer(readConfigFileAndWriteSchema(configFile) as RuntimeConfig);
  await localizer().writeInterchangeFiles();
  for (const [language, words] of Object.entries(translated)) {
    const targets = words.values();
    edit(`locales/${language}.xlf`, (text) =>
      text.replaceAll('</source>', () => `</source>\n  <target>${targets.next().value ?? ''}</target>`),
    );
  }
  await localizer().build();
  cpSync(project, whole, { recursive: true });
}

it('a whole interface has no problem', async () => {
  expect(await localeProblems(configFile)).toEqual([]);
});

it.each([
  ['no target', (text: string) => text.replace(/\n *<target>Good day.*/, '')],
  ['an empty target', (text: string) => text.replace('Good day.', ' ')],
])('a message with %s is named', async (_, change) => {
  edit('locales/en.xlf', change);
  const [problem] = await localeProblems(configFile);
  expect(problem).toMatch(/^en: no translation of “Mirëdita\.” \(s[0-9a-f]{16}\)$/);
});

it('a message that nobody extracted is named, and no file changed', async () => {
  edit('greetings.ts', (text) => text.replace('];', ", msg('Mirupafshim!')];"));
  const before = everything();
  const problems = await localeProblems(configFile);
  expect(problems[0]).toContain('no translation of “Mirupafshim!”');
  expect(problems).toContain('locales/en.xlf is out of date: run npx lit-localize extract');
  expect(everything()).toEqual(before);
});

it('a translation of a message that is gone is found', async () => {
  edit('greetings.ts', (text) => text.replace("msg('Mirëdita.'), ", ''));
  expect(await localeProblems(configFile)).toEqual([
    'locales/de.xlf is out of date: run npx lit-localize extract',
    'locales/en.xlf is out of date: run npx lit-localize extract',
  ]);
});

it('a translation that lost what is filled in is found', async () => {
  edit('locales/en.xlf', (text) => text.replace(', <x id="0" equiv-text="${name}"/>.</target>', '.</target>'));
  expect((await localeProblems(configFile)).join()).toMatch(/placeholder error in en .* missing/i);
});

it('what another language lacks is no problem, is shown in English and is counted', async () => {
  const { FallbackLocalizer } = await import('./fallback-localizer.ts');
  const { readConfigFileAndWriteSchema } = await import('@lit/localize-tools/lib/config.js');
  edit('locales/de.xlf', (text) => text.replace(/\n *<target>Guten Tag.*/, ''));
  const localizer = new FallbackLocalizer(readConfigFileAndWriteSchema(configFile) as RuntimeConfig);
  await localizer.build();
  expect([...localizer.borrowed]).toEqual([['de', 1]]);
  expect(readFileSync(file('generated/de.ts'), 'utf8')).toMatch(
    /`Good day\.`[^]*`Willkommen|`Willkommen[^]*`Good day\.`/,
  );
  expect(await localeProblems(configFile)).toEqual([]);
});

it('what is filled in is kept in every language', async () => {
  edit('locales/de.xlf', (text) => text.replace(', <x id="0" equiv-text="${name}"/>.</target>', '.</target>'));
  expect((await localeProblems(configFile)).join()).toMatch(/placeholder error in de .* missing/i);
});

it('a translation that was not built is found, and no file changed', async () => {
  edit('locales/en.xlf', (text) => text.replace('Good day.', 'Hello.'));
  const before = everything();
  expect(await localeProblems(configFile)).toEqual(['generated/en.ts is out of date: run npm run locales']);
  expect(everything()).toEqual(before);
});

it('a module of a language that is gone is found', async () => {
  write('generated/mk.ts', '');
  expect(await localeProblems(configFile)).toEqual(['generated/mk.ts is out of date: run npm run locales']);
});
