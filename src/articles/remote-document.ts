import { isPageOrFeed, isPicture, type MediaType } from './media-type.ts';

/** Bytes, after decompression: more is no page and no feed. */
export const largestRemote = 5 * 1024 * 1024;

/** What may come, and at most how many bytes of it, after decompression. */
export const remoteKinds = {
  document: { isWanted: isPageOrFeed, largest: largestRemote },
  picture: { isWanted: isPicture, largest: 2 * 1024 * 1024 },
} as const;

export type RemoteKind = keyof typeof remoteKinds;

/** Milliseconds for everything: finding the host, redirects, the last byte. */
export const remoteDeadline = 15_000;

/** A page, feed or picture from elsewhere, not read yet. */
export interface RemoteDocument {
  readonly bytes: Uint8Array;
  /** Where it was found after all redirects: what its links are relative to. */
  readonly url: string;
  readonly type: MediaType;
  readonly validators: Validators;
}

/** What a server named a version of a document by, for asking later whether there is a newer one. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/**
 * Why there is no document:
 * - `bad-address`: no http or https address
 * - `offline`: this device, or the app's own server, is not reached
 * - `not-open`: the site does not let other sites' pages read it, and there is no gateway
 * - `no-gateway`: the listener's own gateway is not reached, or does not serve this app
 * - `not-allowed`: the gateway does not go there: a private address, or none of its allowed hosts
 * - `unreachable`: no such host, or it does not answer
 * - `not-found`, `gone`: the site says so (404, 410)
 * - `refused`: the site wants a login, or keeps programs out (401, 403 and the like)
 * - `redirects`: it leads round and round, too far, from https back to http, or to no address
 * - `too-large`: more than may come of its kind (`remoteKinds`)
 * - `wrong-type`: no HTML, XML, JSON or plain text; of a picture, none of dots
 * - `slow`: not all there within `remoteDeadline`
 * - `server`: the site is in trouble (5xx, 429, a broken answer)
 * - `too-often`, `busy`: the gateway asks to wait
 */
export const remoteProblems = [
  'bad-address',
  'offline',
  'not-open',
  'no-gateway',
  'not-allowed',
  'unreachable',
  'not-found',
  'gone',
  'refused',
  'redirects',
  'too-large',
  'wrong-type',
  'slow',
  'server',
  'too-often',
  'busy',
] as const;

export type RemoteProblem = (typeof remoteProblems)[number];

/** The problem that an answer's status stands for; undefined for 200, the one that brings a document. */
export function problemOfStatus(status: number): 'not-found' | 'gone' | 'refused' | 'server' | undefined {
  if (status === 200) return undefined;
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  return status >= 400 && status < 500 && status !== 429 ? 'refused' : 'server';
}
