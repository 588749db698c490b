import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';
import { encoderFolder } from '../csp.ts';
import { makePack } from '../src/speech/espeak/node/pack.ts';

/** Bytes, brotli: what a listener loads, once, to have the embedded voice. */
const limit = 520_000;
const folder = 'voice/';

const packed = makePack();
const sha256 = createHash('sha256').update(packed.data).digest('hex');
const dataFile = `${folder}albanian-${sha256.slice(0, 8)}.bin`;

/** What the licence of eSpeak NG asks of those who pass it on. */
export const voiceNotice = `/*! eSpeak NG, compiled to JavaScript and cut down to Albanian. GPL-3.0-or-later, no warranty.
Source: https://github.com/echogarden-project/espeak-ng (branch fork), from https://github.com/espeak-ng/espeak-ng;
cut down by scripts/voice-pack.ts of this app. */`;

/** A loader made by Emscripten for browsers: what it does in Node would become a second file of the worker. */
export function forBrowsers(loader: string): string {
  return loader.replace(
    /if\(ENVIRONMENT_IS_NODE\)\{const\{createRequire\}=await import\("module"\);.*?createRequire\(dirname\)\}/,
    '',
  );
}

const loader = forBrowsers(packed.loader);

function cutLoader(): Plugin {
  return {
    name: 'degjo:espeak-loader',
    load: (id) => (/@echogarden\/espeak-ng-emscripten\/espeak-ng\.js(\?|$)/.test(id) ? loader : null),
  };
}

/** `virtual:voice-pack` tells where the packed files are; the build puts them there and fails where they are too big. */
function packFiles(): Plugin {
  let base = '/';
  return {
    name: 'degjo:voice-pack',
    config: () => ({ optimizeDeps: { exclude: ['@echogarden/espeak-ng-emscripten'] } }),
    configResolved(config) {
      base = config.base;
    },
    resolveId: (id) => (id === 'virtual:voice-pack' ? `\0${id}` : null),
    load(id) {
      if (id !== '\0virtual:voice-pack') return null;
      const voiceData = { address: base + dataFile, length: packed.data.length, sha256 };
      return `export const voiceData = ${JSON.stringify(voiceData)};`;
    },
    configureServer(server) {
      server.middlewares.use(base + dataFile, (_request, response) => {
        response.setHeader('content-type', 'application/octet-stream');
        response.end(packed.data);
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: dataFile, source: packed.data });
    },
    writeBundle(_options, bundle) {
      const sizes = voiceSizes(bundle);
      const sum = sizes.reduce((total, { bytes }) => total + bytes, 0);
      const list = sizes.map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`).join(', ');
      this.info(`the voice, brotli: ${list}, in all ${kilobytes(sum)} of ${kilobytes(limit)}`);
      if (sum > limit) this.error(`the voice takes ${sum} bytes, over the limit of ${limit}`);
    },
  };
}

function voiceSizes(bundle: Rollup.OutputBundle): { name: string; bytes: number }[] {
  return Object.values(bundle)
    .filter(({ fileName }) => fileName.startsWith(folder) && !fileName.startsWith(encoderFolder))
    .map((file) => ({
      name: file.fileName,
      bytes: brotliCompressSync(file.type === 'chunk' ? file.code : file.source).length,
    }));
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

export const voicePack = { plugins: [cutLoader(), packFiles()], workerPlugins: () => [cutLoader()] };
