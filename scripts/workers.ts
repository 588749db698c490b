import type { Plugin } from 'vite';
import { encoderFolder } from '../csp.ts';
import { carriedWorks } from './lib/carried-works.ts';
import { forBrowsers, voiceNotice, voicePack } from './voice-pack.ts';

/** What the licences of the encoders ask of those who pass them on, besides the texts that licences.json holds. */
const encoderNotice = `/*! browser-id3-writer (MIT), ${Object.entries(carriedWorks)
  .map(([name, { licence, notice }]) => `${name} (${licence})\n\n${notice}`)
  .join('\n\n')}

The licences themselves: licences.json, beside this app. */`;

/** The voice; what encodes it, in a folder of its own, where alone WebAssembly may run; and what searches. */
const places: Readonly<Record<string, { folder: string; notice: string }>> = {
  worker: { folder: 'voice/', notice: voiceNotice },
  'encoder-worker': { folder: encoderFolder, notice: encoderNotice },
  'search-worker': { folder: 'assets/', notice: '' },
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
