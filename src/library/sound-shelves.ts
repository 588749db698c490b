import { webAddress } from '../articles/web-address.ts';
import type { Source } from '../articles/source.ts';
import type { Bookmark } from './migrations.ts';
import { isLike, locator, type Sample } from './sound-records.ts';

/* As in sound-records.ts, of what no list of articles needs. */

const bookmark: Sample = { id: '', locator, text: '', title: '', saved: 0, 'source?': '' };
const trouble: Sample = { problem: '', since: 0, tries: 0, notBefore: 0 };
const times: Sample = { added: 0, 'worked?': 0 };
const source: Sample = { ...times, address: '', title: '', 'homepage?': '', 'folder?': '', 'trouble?': trouble };

export const isBookmark = (value: unknown): value is Bookmark => isLike(value, bookmark);

export const isSource = (value: unknown): value is Source =>
  isLike(value, source) && webAddress((value as Source).address) !== undefined;
