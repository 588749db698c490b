import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { readConfigFileAndWriteSchema, type Config } from '@lit/localize-tools/lib/config.js';
import type { Message } from '@lit/localize-tools/lib/messages.js';
import ts from 'typescript';
import { fallback, FallbackLocalizer, isTranslated, type RuntimeConfig } from './fallback-localizer.ts';

/**
 * What keeps the interface from being whole: messages without an English translation (English stands in for the other
 * languages), placeholders that were
 * lost in one, translation files or generated modules that are not those of the source. Everything is written to a
 * scratch folder, so the work tree stays as it is.
 *
 * @param configFile absolute path of lit-localize.json
 * @returns a line for each problem
 */
export async function localeProblems(configFile: string): Promise<string[]> {
  const config = readConfigFileAndWriteSchema(configFile);
  const scratch = mkdtempSync(join(tmpdir(), 'degjo-locales-'));
  try {
    return await compare(config, redirected(config, scratch));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Place {
  readonly config: RuntimeConfig;
  readonly translations: string;
  readonly modules: string;
}

/** The project's own configuration, writing elsewhere: what is generated must not know the difference. */
function redirected(config: Config, scratch: string): Place {
  const [translations, modules] = [join(scratch, 'translations'), join(scratch, 'modules')];
  return {
    translations,
    modules,
    config: {
      ...config,
      interchange: { ...config.interchange, format: 'xliff', xliffDir: translations },
      output: { mode: 'runtime', outputDir: modules, localeCodesModule: join(modules, 'locale-codes.ts') },
    },
  };
}

async function compare(project: Config, scratch: Place): Promise<string[]> {
  const { interchange, output } = project;
  if (interchange.format !== 'xliff' || output.mode !== 'runtime') throw new Error('only XLIFF and runtime mode');
  const translations = project.resolve(interchange.xliffDir);
  cpSync(translations, scratch.translations, { recursive: true });

  const localizer = new FallbackLocalizer(scratch.config);
  const { messages, errors } = localizer.extractSourceMessages();
  if (errors.length > 0) return errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  const problems = [...untranslated(messages, localizer), ...localizer.validateTranslations().errors];
  await localizer.writeInterchangeFiles();
  problems.push(...differences(scratch.translations, translations, project, 'npx lit-localize extract'));
  if (problems.length > 0) return problems;
  await localizer.build();
  return differences(scratch.modules, project.resolve(output.outputDir), project, 'npm run locales');
}

function untranslated(messages: readonly Message[], localizer: FallbackLocalizer): string[] {
  const english = localizer.readTranslationsSync().translations.get(fallback)?.filter(isTranslated);
  const known = new Set(english?.map(({ name }) => name));
  return messages
    .filter(({ name }) => !known.has(name))
    .map(({ name, contents }) => `${fallback}: no translation of “${plain(contents)}” (${name})`);
}

function plain(contents: Message['contents']): string {
  return contents.map((part) => (typeof part === 'string' ? part : part.untranslatable)).join('');
}

/** Files of a folder that are missing, too many or different in the project. */
function differences(fresh: string, kept: string, project: Config, command: string): string[] {
  const names = new Set([...readdirSync(fresh), ...readdirSync(kept)]);
  return [...names]
    .filter((name) => read(join(fresh, name)) !== read(join(kept, name)))
    .map((name) => `${relative(project.baseDir, join(kept, name))} is out of date: run ${command}`);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
