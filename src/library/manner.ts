/** What an article is made of that need not be read. */
export type LeftOut = 'headline' | 'captions' | 'quotes' | 'tables' | 'links' | 'brackets';

/** How the listener wants an article to be read aloud; what is as usual is not in it. */
export interface Manner {
  /**
   * The silence that comes besides the usual one, in seconds at rate 1: 0.5, 1 or 2. `wait`: it lasts until the listener
   * goes on.
   */
  readonly pause?: number | 'wait';
  /** After each sentence unless given. */
  readonly pauseAfter?: 'paragraph';
  /** What is not read, although it stands in the page. Of a link, only an address that is written out. */
  readonly leaveOut?: readonly LeftOut[];
  /** What is read besides: who wrote it, and footnote marks. */
  readonly readToo?: readonly ('byline' | 'notes')[];
}
