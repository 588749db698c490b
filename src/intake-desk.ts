import { ArticleIntake } from './articles/intake.ts';
import { parseInertHtml, scriptAddress } from './trusted-types.ts';

/** Makes articles from what the listener brings, with this browser's parser and workers. */
export function browserIntake(): ArticleIntake {
  return new ArticleIntake({
    parseHtml: parseInertHtml,
    startWorker: (address) => new Worker(scriptAddress(address), { type: 'module' }),
  });
}
