import { beforeEach, expect, it } from 'vitest';
import { dropOldVoices, renewVoice, voiceCache } from './keep-voice.ts';

const voice = (name: string) => `https://degjo.example/voice/${name}`;
const before = [voice('worker-a.js'), voice('albanian-a.bin')];
const next = [voice('worker-b.js'), voice('albanian-a.bin')];

let kept: string[];
let fetched: string[];
let online: boolean;

const caches = {
  open(name: string) {
    expect(name).toBe(voiceCache);
    return Promise.resolve({
      keys: () => Promise.resolve(kept.map((url) => new Request(url))),
      match: (url: RequestInfo | URL) => Promise.resolve(kept.includes(url as string) ? new Response() : undefined),
      addAll(urls: Iterable<RequestInfo>) {
        if (!online && [...urls].length > 0) return Promise.reject(new TypeError('offline'));
        fetched.push(...(urls as string[]));
        kept.push(...(urls as string[]));
        return Promise.resolve();
      },
      delete(request: RequestInfo | URL) {
        kept = kept.filter((url) => url !== (request as Request).url);
        return Promise.resolve(true);
      },
    });
  },
};

beforeEach(() => {
  kept = [];
  fetched = [];
  online = true;
});

it('a new version fetches what is new of the voice that the listener has', async () => {
  kept = [...before];
  await renewVoice(caches, next);
  expect(fetched).toEqual([voice('worker-b.js')]);
  await dropOldVoices(caches, next);
  expect(kept.toSorted()).toEqual(next.toSorted());
});

it('a listener who never wanted the voice does not get it with a new version', async () => {
  await renewVoice(caches, next);
  expect(fetched).toEqual([]);
});

it('until its voice has come, a new version is not installed, and the old voice stays', async () => {
  kept = [...before];
  online = false;
  await expect(renewVoice(caches, next)).rejects.toThrow('offline');
  expect(kept).toEqual(before);
});

it('the same voice is not fetched again', async () => {
  kept = [...before];
  online = false;
  await renewVoice(caches, before);
  await dropOldVoices(caches, before);
  expect(kept).toEqual(before);
});
