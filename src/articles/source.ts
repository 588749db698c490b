import type { FeedProblem } from './edition.ts';
import { stableHash } from './hash.ts';
import type { RemoteProblem, Validators } from './remote-document.ts';

/** What the listener follows: a feed, and how it went with it. Times are milliseconds since 1970. */
export interface Source {
  /** Absolute http(s) address of the feed. */
  readonly address: string;
  readonly title: string;
  /** Absolute http(s) address of the site. */
  readonly homepage?: string;
  /** Where lists of sources put it; see `ListedSource`. */
  readonly folder?: string;
  readonly added: number;
  /** When it last answered as it should. */
  readonly worked?: number;
  readonly validators?: Validators;
  /** Since when it does not, and why. */
  readonly trouble?: Trouble;
}

/** Why a source brought nothing: it did not come, it is no feed, or our reader stumbled over it (`unreadable`). */
export type SourceProblem = RemoteProblem | FeedProblem['problem'] | 'unreadable';

export interface Trouble {
  readonly problem: SourceProblem;
  readonly since: number;
  /** In a row. */
  readonly tries: number;
  /** It is not asked again of itself before then. */
  readonly notBefore: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Of a source that is in trouble. */
const longestWait = 7 * day;

/** A source that works is asked again of itself after this. */
const freshness = 15 * minute;

/** Names the source's articles: `[a-z0-9-]`. */
export function sourceKey({ address }: Pick<Source, 'address'>): string {
  return `burim-${stableHash(address)}`;
}

/**
 * Is it time to ask the source, when nobody presses a button? What would be later than we ever wait comes from a clock
 * that was set back meanwhile.
 */
export function isDue({ worked, trouble }: Source, now: number): boolean {
  if (trouble) return trouble.notBefore <= now || trouble.notBefore > now + longestWait;
  return worked === undefined || worked + freshness <= now || worked > now;
}

/** After it answered as it should. */
export function afterSuccess(source: Source, now: number, validators = source.validators): Source {
  const { address, title, homepage, folder, added } = source;
  return {
    ...{ address, title, added, worked: now },
    ...(homepage !== undefined && { homepage }),
    ...(folder !== undefined && { folder }),
    ...(validators && { validators }),
  };
}

/**
 * After it did not: each time in a row twice as long is waited, from five minutes up to a day; a week for what is gone.
 * That the device is offline is not the source's doing.
 *
 * @param retryAfter seconds, where the site said so
 */
export function afterFailure(source: Source, now: number, problem: SourceProblem, retryAfter = 0): Source {
  if (problem === 'offline') return source;
  const tries = (source.trouble?.tries ?? 0) + 1;
  const pause = problem === 'gone' ? longestWait : Math.min(5 * minute * 2 ** (tries - 1), day);
  const notBefore = now + Math.max(pause, Math.min(retryAfter * 1000, longestWait));
  return { ...source, trouble: { problem, since: source.trouble?.since ?? now, tries, notBefore } };
}
