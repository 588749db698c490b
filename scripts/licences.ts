import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { carriedWorks } from './lib/carried-works.ts';

/** A package that reaches the listener's device, with the licence that it comes under. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX, as the lockfile has it, with that of what the package carries. */
  readonly licence: string;
  /** The licence itself, where the package brings it, after a notice of what it carries. */
  readonly text?: string;
}

interface Lockfile {
  readonly packages: Readonly<
    Record<
      string,
      { version?: string; license?: string; dev?: boolean; dependencies?: Readonly<Record<string, string>> }
    >
  >;
}

/** What `import … from` and `import(…)` name, types apart. */
const imports = /(?:^|\n)(?:import|export)\s(?!type\s)(?:[^;'"]*?\sfrom\s)?'([^'.][^']*)'|import\('([^'.][^']*)'\)/g;
/** Run on a server or at a desk, never on the listener's device. */
const elsewhere = /^(?:cli|gateway)\/|\.test\.ts$|\.d\.ts$|\/node\//;

/**
 * The packages that the app's code imports, and those that they need, by name.
 *
 * @param root the folder of package-lock.json and src/
 * @param packed what the build itself packs, without an import
 */
export function shippedPackages(root: string, packed: readonly string[] = []): readonly ShippedPackage[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
  const wanted = new Set([...importedPackages(join(root, 'src')), ...packed]);
  for (const name of wanted) {
    // A set that grows while it is walked is walked to its end. Types are gone when the app is built.
    for (const needed of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {})) {
      if (!needed.startsWith('@types/')) wanted.add(needed);
    }
  }
  return [...wanted].sort().flatMap((name) => {
    const locked = packages[`node_modules/${name}`];
    // Test helpers beside the code import what only the developer has.
    if (!locked || locked.dev) return [];
    const { licence = locked.license ?? '', notice } = carriedWorks[name] ?? {};
    const text = [notice, licenceText(join(root, 'node_modules', name))].filter(Boolean).join('\n\n');
    return [{ name, version: locked.version ?? '', licence, ...(text !== '' && { text }) }];
  });
}

function importedPackages(source: string): Set<string> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !elsewhere.test(path.replaceAll('\\', '/')),
  );
  return new Set(
    files.flatMap((path) =>
      [...readFileSync(join(source, path), 'utf8').matchAll(imports)].flatMap(([, one, other]) => {
        const [scope = '', name] = (one ?? other ?? '').split('/');
        return scope.startsWith('node:') || scope === ''
          ? []
          : [scope.startsWith('@') ? `${scope}/${name ?? ''}` : scope];
      }),
    ),
  );
}

function licenceText(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)\b/i.test(name));
  return file && readFileSync(join(folder, file), 'utf8').trim();
}

/**
 * Writes `licences.json` for the About page. Not Vite's own `build.license`: that knows nothing of what the service
 * worker and the voice's worker carry.
 */
export function licences(root: string, packed: readonly string[]): Plugin {
  const json = () => JSON.stringify(shippedPackages(root, packed));
  return {
    name: 'degjo:licences',
    configureServer(server) {
      server.middlewares.use('/licences.json', (_request, response) => {
        response.setHeader('content-type', 'application/json').end(json());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: json() });
    },
  };
}
