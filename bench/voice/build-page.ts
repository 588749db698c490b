import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { voicePack } from '../../scripts/voice-pack.ts';
import { workers } from '../../scripts/workers.ts';

/** Builds a page with nothing but the embedded voice, `window.voice`. @returns its folder, the caller's to remove */
export async function buildPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'degjo-voice-'));
  await build({
    configFile: false,
    root: fileURLToPath(new URL('page', import.meta.url)),
    logLevel: 'error',
    plugins: voicePack.plugins,
    worker: workers,
    build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  });
  return outDir;
}
