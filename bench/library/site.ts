import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { startPlainServer, type PlainServer } from '../../e2e/rig/plain-server.ts';
import { generatedArticles } from './generated-articles.ts';

/** The built app at an origin of its own, whose library can be filled. */
export interface Site {
  readonly server: PlainServer;
  /** The app; ends with a slash. */
  readonly app: string;
  /** The page that `in-page.ts` runs in. */
  readonly beside: string;
}

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** The script of `in-page.ts`, for any number of sites. */
export async function buildInPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: { input: fileURLToPath(new URL('in-page.ts', import.meta.url)) },
    },
  });
  const output = 'output' in built ? built.output : [];
  for (const file of output) if (file.type === 'chunk') return file.code;
  throw new Error('nothing was built');
}

export async function startSite(inPage: string): Promise<Site> {
  const server = await startPlainServer({ root: dist });
  server.replace('/editions/mostra/feed.json', sampleFeed());
  server.replace('/beside.html', '<!doctype html><title>beside</title><script type="module" src="beside.js"></script>');
  server.replace('/beside.js', inPage);
  return { server, app: server.url, beside: `${server.url}beside.html` };
}

export async function openBeside(page: Page, { beside }: Site): Promise<void> {
  await page.goto(beside);
  await page.waitForFunction(() => 'inPage' in window);
}

/** Ten articles: what the small library holds, and the large one beside the others. */
function sampleFeed(): string {
  const items = [...generatedArticles(10, 400)].map(({ id, title, blocks }) => ({
    id,
    title,
    content_html: blocks.map(({ text }) => `<p>${text}</p>`).join(''),
  }));
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Mostra', language: 'sq', items });
}
