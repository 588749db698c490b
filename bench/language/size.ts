import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const room = fileURLToPath(new URL('../../src/language', import.meta.url));
/** What main.ts and script.ts load for every listener, and reading.ts for one with pronunciations of their own. */
const always = ['core.ts', 'clauses.ts'];
const ownWords = 'own-words.ts';

/** What the language code adds to the page: its chunks bundled as the app's are, minified, each gzipped. */
export async function size(): Promise<string[]> {
  const [core, page, all] = await Promise.all([bundled(['core.ts']), bundled(always), bundled([...always, ownWords])]);
  return [
    `${page.bytes} bytes minified, ${page.gzipped} gzipped: sentences, spoken forms and clauses`,
    `${core.gzipped} gzipped without the clauses, which come with the engine of the device's voices`,
    `${all.gzipped - page.gzipped} gzipped more for a listener who has own words`,
  ];
}

async function bundled(entries: readonly string[]): Promise<{ bytes: number; gzipped: number }> {
  const bundle = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: ['chrome105', 'edge105', 'firefox115', 'safari16'],
      modulePreload: false,
      rolldownOptions: {
        input: entries.map((entry) => `${room}/${entry}`),
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const outputs = Array.isArray(bundle) ? bundle : [bundle];
  const files = outputs.flatMap((output) => ('output' in output ? output.output : []));
  const codes = files.map((file) => (file.type === 'chunk' ? file.code : ''));
  const sum = (measure: (code: string) => number) => codes.reduce((total, code) => total + measure(code), 0);
  return { bytes: sum((code) => Buffer.byteLength(code)), gzipped: sum((code) => gzipSync(code, { level: 9 }).length) };
}
