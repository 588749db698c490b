import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentSecurityPolicy } from './csp.ts';
import { browsers } from './scripts/browsers.ts';
import { licences } from './scripts/licences.ts';
import { litStyles } from './scripts/lit-styles.ts';
import { sizeLimit } from './scripts/size-limit.ts';
import { manifest } from './scripts/manifest.ts';
import { voicePack } from './scripts/voice-pack.ts';
import { workers } from './scripts/workers.ts';

const base = process.env['BASE'] ?? '/';

/** The policy for hosts that set no headers, and a page for addresses that such a host does not know. */
function staticHost(): Plugin {
  return {
    name: 'degjo:static-host',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy({ forMeta: true }) },
          injectTo: 'head-prepend',
        },
      ],
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const index = bundle['index.html'];
        if (index?.type === 'asset') this.emitFile({ type: 'asset', fileName: '404.html', source: index.source });
      },
    },
  };
}

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

export default defineConfig({
  base,
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    target: browsers,
    // Inlined assets would be data: addresses, which the policy does not allow everywhere.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // For what the first article needs, all at once. For the rare parts the lists of names would weigh on every start,
      // to save one round trip at the first visit.
      resolveDependencies: (file, dependencies, { hostType }) =>
        hostType === 'html' || /\/(later|json-feed-reader|listening-desk)-/.test(file) ? dependencies : [],
    },
    rolldownOptions: {
      output: {
        // In one piece each: what rarer parts share with them would else be cut off them, and compress worse.
        codeSplitting: {
          groups: [
            // Not what only rare pages use.
            { name: 'lit', test: /node_modules\/(?!@lit\/task)@?lit|vite\/preload-helper|src\/articles\/hash/ },
            { name: 'blocks', test: /src\/articles\/(feed-item|html-blocks)\.ts$/ },
          ],
        },
        // The readers whose libraries are large lie apart: the worker keeps them from their first use on.
        chunkFileNames: ({ name }) => `assets/${/^(pdf|docx)-reader$/.test(name) ? 'readers/' : ''}[name]-[hash].js`,
        // The worker of pdf.js is an .mjs, which many a host does not know to be a script, nor our precache list.
        assetFileNames: ({ names: [name = ''] }) =>
          name.endsWith('.mjs') ? 'assets/readers/[name]-[hash].js' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  worker: workers,
  plugins: [
    staticHost(),
    litStyles(),
    licences(fileURLToPath(new URL('.', import.meta.url)), ['@echogarden/espeak-ng-emscripten']),
    ...voicePack.plugins,
    sizeLimit({ parts: { reader: '/src/ui/later.ts', feed: '/src/articles/json-feed-reader.ts' }, limit: 45_000 }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/service-worker',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: null,
      manifest: manifest(base),
      injectManifest: {
        // The worker keeps the voice and the large readers apart from the rest.
        globPatterns: ['**/*.{js,css,html,svg,webmanifest}', 'icons/*.png', 'licences.json', 'voice/**'],
        globIgnores: ['404.html', 'service-worker.js'],
      },
    }),
  ],
});
