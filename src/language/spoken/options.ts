import type { Lexicon } from '../lexicon.ts';

/** What of a sentence is said and what is skipped. By default nothing that carries meaning is skipped. */
export interface Profile {
  /** Addresses of the web: the name of the site is said, or nothing. */
  readonly links: 'site' | 'skip';
  /** What stands in round brackets. */
  readonly brackets: 'say' | 'skip';
  /** Footnote marks: „[1]“ and a raised figure after a word. */
  readonly notes: 'say' | 'skip';
}

export const defaultProfile: Profile = { links: 'site', brackets: 'say', notes: 'skip' };

export interface SpokenOptions {
  /** Who speaks: `espeak` keeps the digits that it was measured to say better than words; `system` (default) none. */
  readonly engine?: 'espeak' | 'system';
  /** The listener's own words; they win over every rule. */
  readonly lexicon?: Lexicon;
  /** What differs from the default profile. */
  readonly profile?: Partial<Profile>;
}
