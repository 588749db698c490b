import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { browsers } from '../../scripts/browsers.ts';

const room = fileURLToPath(new URL('../../src/language', import.meta.url));
/** What script.ts loads to read an article, and what the page loads besides when it is needed. */
const [core, clauses, ownWords] = ['core.ts', 'clauses.ts', 'own-words.ts'] as const;

/** What the language code adds to the page, bundled and minified as the app is; each chunk gzipped. */
export async function size(): Promise<string[]> {
  const chunks = await bundled([core, clauses, ownWords]);
  const page = loadedFor([core], chunks);
  const gzipped = (...entries: string[]) => gzippedSize(loadedFor([core, ...entries], chunks));
  return [
    `${bytes(page)} bytes minified, ${gzippedSize(page)} gzipped: sentences and spoken forms, in every page that reads`,
    `${gzipped(clauses)} gzipped with the clauses, which come with the first sentence that is too long for its voice`,
    `${gzipped(ownWords)} gzipped with the pronunciations of a listener who has some`,
  ];
}

async function bundled(entries: readonly string[]): Promise<Rolldown.OutputChunk[]> {
  const bundle = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: browsers,
      modulePreload: false,
      rolldownOptions: {
        input: entries.map((entry) => `${room}/${entry}`),
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const outputs = Array.isArray(bundle) ? bundle : [bundle];
  const files = outputs.flatMap((output) => ('output' in output ? output.output : []));
  return files.filter((file) => file.type === 'chunk');
}

/** The chunks of some entries, with all that they import. */
function loadedFor(entries: readonly string[], chunks: readonly Rolldown.OutputChunk[]): Set<Rolldown.OutputChunk> {
  const isEntry = ({ facadeModuleId }: Rolldown.OutputChunk) =>
    entries.some((entry) => facadeModuleId === `${room}/${entry}`);
  const loaded = new Set(chunks.filter(isEntry));
  // A set is walked through to what is added on the way.
  for (const { imports } of loaded) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) loaded.add(chunk);
  }
  return loaded;
}

const bytes = (chunks: Iterable<Rolldown.OutputChunk>): number =>
  Array.from(chunks).reduce((sum, { code }) => sum + Buffer.byteLength(code), 0);
const gzippedSize = (chunks: Iterable<Rolldown.OutputChunk>): number =>
  Array.from(chunks).reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
