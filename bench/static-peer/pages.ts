import { readFileSync } from 'node:fs';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
}

const { items } = JSON.parse(
  readFileSync(new URL('../../public/editions/mostra/feed.json', import.meta.url), 'utf8'),
) as { readonly items: readonly Item[] };

/** The app's list as static HTML, styled alike, with a tiny service worker of its own. */
export const listPage = `<!doctype html>
<html lang="sq">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lista</title>
<style>
body { margin: 0; padding: 0.75rem 1rem; background: #fbf8f2; color: #1b1a18; font: 100%/1.5 system-ui, sans-serif; }
ul { list-style: none; margin: 0; padding: 0; }
li { display: flex; gap: 0.75rem; align-items: center; padding: 0.75rem 0; border-bottom: 1px solid #e4ddd1; }
a { flex: 1; display: flex; flex-direction: column; color: inherit; text-decoration: none; }
.meta { font-size: 0.875rem; color: #514c45; }
button { width: 3rem; height: 3rem; border: 1px solid #e4ddd1; border-radius: 50%; background: #fff; color: #97182c; }
</style>
</head>
<body>
<h1>Dëgjo</h1>
<h2>Botim prove</h2>
<ul>
${items.map(({ id, title, tags }) => `<li><a href="#${id}"><span class="meta">${tags.join(' ')}</span><strong>${title}</strong></a><button>▶</button></li>`).join('\n')}
</ul>
<script>navigator.serviceWorker.register('worker.js');</script>
</body>
</html>
`;

/** The least that opens a page offline: kept at installation, answered from the cache. */
export const worker = `
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open('page').then((cache) => cache.add('./')));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
`;

/** A button that speaks the first article's first sentence, and nothing besides. */
export const speakPage = `<!doctype html>
<html lang="sq">
<meta charset="utf-8">
<title>Zëri</title>
<button>Dëgjo</button>
<script>
document.querySelector('button').addEventListener('click', () => {
  const utterance = new SpeechSynthesisUtterance(${JSON.stringify(items[0]?.title)});
  utterance.lang = 'sq';
  speechSynthesis.speak(utterance);
});
addEventListener('keydown', ({ key }) => { if (key === 'Escape') speechSynthesis.cancel(); });
</script>
</html>
`;
