import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** What the language code adds to the page: bundled alone, minified, gzipped. */
export async function size(): Promise<string[]> {
  const bundle = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      rolldownOptions: {
        input: fileURLToPath(new URL('../../src/language/index.ts', import.meta.url)),
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const outputs = Array.isArray(bundle) ? bundle : [bundle];
  const code = outputs.flatMap((output) => ('output' in output ? output.output : []));
  const text = code.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
  return [`${Buffer.byteLength(text)} bytes minified, ${gzipSync(text, { level: 9 }).length} gzipped`];
}
