import { readFileSync } from 'node:fs';
import { rig } from '../rig/index.ts';

interface Feed {
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly title: string }[];
}

/** The sample edition, as it lies in the built app. */
export function sampleEdition(): Feed {
  return JSON.parse(readFileSync(`${rig.dist}/editions/mostra/feed.json`, 'utf8')) as Feed;
}
