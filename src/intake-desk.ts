import { ArticleIntake } from './articles/intake.ts';
import { lazy } from './lazy.ts';
import type { Library } from './library/library.ts';
import { ShareBox } from './library/share-box.ts';
import { remoteFetcher } from './remote-fetcher.ts';
import { parseInertHtml, scriptAddress } from './trusted-types.ts';
import type { IntakeDesk } from './ui/contexts.ts';

/** What makes articles of what the listener brings, with this browser's parser and workers, in one piece. */
export function intakeDesk(library: Library): IntakeDesk {
  const platform = {
    parseHtml: parseInertHtml,
    startWorker: (address: string) => new Worker(scriptAddress(address), { type: 'module' }),
  };
  const fetcher = remoteFetcher(library);
  return {
    intake: new ArticleIntake(platform, fetcher),
    shares: new ShareBox(browserCaches(), new URL(`${import.meta.env.BASE_URL}share/`, location.href).href),
    wikipedia: lazy(async () => {
      const { Wikipedia } = await import('./articles/wikipedia.ts');
      return new Wikipedia({ fetcher, parseHtml: parseInertHtml });
    }),
  };
}

/** Missing where the page came over plain HTTP, whatever the types say. */
function browserCaches(): CacheStorage | undefined {
  return (globalThis as { caches?: CacheStorage }).caches;
}
