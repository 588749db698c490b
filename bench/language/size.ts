import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { browsers } from '../../scripts/browsers.ts';

const room = fileURLToPath(new URL('../../src/language', import.meta.url));
/** What script.ts loads to read an article, main.ts for voices that take short pieces, reading.ts for own words. */
const [core, clauses, ownWords] = ['core.ts', 'clauses.ts', 'own-words.ts'] as const;

/** What the language code adds to the page, bundled and minified as the app is; each chunk gzipped. */
export async function size(): Promise<string[]> {
  const [reading, page, all] = await Promise.all([
    bundled([core]),
    bundled([core, clauses]),
    bundled([core, clauses, ownWords]),
  ]);
  return [
    `${reading.bytes} bytes minified, ${reading.gzipped} gzipped: sentences and spoken forms`,
    `${page.gzipped} gzipped with the clauses, which the app loads with the engine for the device's voices`,
    `${all.gzipped} gzipped with the pronunciations of a listener who has some`,
  ];
}

async function bundled(entries: readonly string[]): Promise<{ bytes: number; gzipped: number }> {
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
  const codes = files.map((file) => (file.type === 'chunk' ? file.code : ''));
  const sum = (measure: (code: string) => number) => codes.reduce((total, code) => total + measure(code), 0);
  return { bytes: sum((code) => Buffer.byteLength(code)), gzipped: sum((code) => gzipSync(code, { level: 9 }).length) };
}
