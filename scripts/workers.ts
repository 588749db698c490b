import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { encoderFolder } from '../csp.ts';
import { forBrowsers, voiceNotice, voicePack } from './voice-pack.ts';

const licence = (file: string) => readFileSync(new URL(`../node_modules/${file}`, import.meta.url), 'utf8').trim();

/** What the licences of the encoders ask of those who pass them on. */
const encoderNotice = `/*! wasm-media-encoders (https://github.com/arseneyr/wasm-media-encoders), with LAME in it
(https://lame.sourceforge.io, LGPL-2.0-or-later, its source is there). Of the package itself:

${licence('wasm-media-encoders/LICENSE')}

Sonic (https://github.com/waywardgeek/sonic), by https://github.com/echogarden-project/sonic-wasm: Apache-2.0,
https://www.apache.org/licenses/LICENSE-2.0.

browser-id3-writer (https://github.com/egoroof/browser-id3-writer):

${licence('browser-id3-writer/LICENSE.md')} */`;

/** The voice, and what encodes it, which lies in a folder of its own: there alone WebAssembly may run. */
const places: Readonly<Record<string, { folder: string; notice: string }>> = {
  worker: { folder: 'voice/', notice: voiceNotice },
  'encoder-worker': { folder: encoderFolder, notice: encoderNotice },
};

const placeOf = (name: string) => {
  const place = places[name];
  if (!place) throw new Error(`no place for the worker ${name}`);
  return place;
};

const cutSonic: Plugin = {
  name: 'degjo:sonic-loader',
  transform: (code, id) => (/@echogarden\/sonic-wasm\/sonic\.js(\?|$)/.test(id) ? forBrowsers(code) : null),
};

export const workers = {
  format: 'es' as const,
  plugins: () => [...voicePack.workerPlugins(), cutSonic],
  rolldownOptions: {
    output: {
      entryFileNames: ({ name }: { name: string }) => `${placeOf(name).folder}[name]-[hash].js`,
      assetFileNames: `${encoderFolder}[name]-[hash][extname]`,
      banner: ({ name }: { name: string }) => placeOf(name).notice,
    },
  },
};
