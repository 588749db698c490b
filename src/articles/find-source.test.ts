import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { findSource } from './find-source.ts';
import type { RemoteResult } from './remote.ts';

const rss =
  '<rss version="2.0"><channel><title>Gazeta &amp;amp; koha</title><item><title>Ura</title></item></channel></rss>';
const page = (head: string) =>
  `<!doctype html><html><head><title>Gazeta</title>${head}</head><body>Mirë se vini</body></html>`;

/** Sites that answer so; all else is not found. */
async function find(written: string, answers: Record<string, string | RemoteResult>) {
  const asked: string[] = [];
  const fetcher = {
    get(url: string): Promise<RemoteResult> {
      asked.push(url);
      const answer = answers[url] ?? { problem: 'not-found' };
      if (typeof answer === 'object') return Promise.resolve(answer);
      const bytes = new TextEncoder().encode(answer);
      return Promise.resolve({ document: { bytes, url, type: { essence: 'text/html' }, validators: {} } });
    },
  };
  const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
  return { found: await findSource(written, { fetcher, parseHtml }, new AbortController().signal), asked };
}

describe('finds', () => {
  it.each(['gazeta.example/feed/', ' https://gazeta.example/feed/ '])(
    'a feed by its own address: %s',
    async (written) => {
      const { found } = await find(written, { 'https://gazeta.example/feed/': rss });
      expect(found).toEqual([{ address: 'https://gazeta.example/feed/', title: 'Gazeta & koha' }]);
    },
  );

  it('the feeds that a site names, by the names that it gives them', async () => {
    const links = `<link rel="alternate" type="application/rss+xml" href="/feed/" title="Gazeta » Feed">
      <link rel="alternate" type="application/rss+xml" href="/sport/feed/" title="Gazeta » Sport">
      <link rel="alternate" type="application/rss+xml" href="/bota/feed/">`;
    const { found, asked } = await find('gazeta.example', { 'https://gazeta.example/': page(links) });
    expect(found).toEqual([
      { address: 'https://gazeta.example/feed/', title: 'Gazeta' },
      { address: 'https://gazeta.example/sport/feed/', title: 'Gazeta » Sport' },
      { address: 'https://gazeta.example/bota/feed/', title: 'gazeta.example' },
    ]);
    expect(asked).toHaveLength(1);
  });

  it('one where sites keep theirs, when it is not named', async () => {
    const { found } = await find('gazeta.example', {
      'https://gazeta.example/': page(''),
      'https://gazeta.example/rss.xml': rss,
    });
    expect(found).toMatchObject([{ address: 'https://gazeta.example/rss.xml' }]);
  });
});

describe('says why there is none', () => {
  it.each<[string, string, Record<string, string | RemoteResult>, string]>([
    ['no address', 'gazeta', {}, 'bad-address'],
    ['another kind of address', 'ftp://gazeta.example/', {}, 'bad-address'],
    [
      'a site that does not answer',
      'gazeta.example',
      { 'https://gazeta.example/': { problem: 'unreachable' } },
      'unreachable',
    ],
    ['a site without one', 'gazeta.example', { 'https://gazeta.example/': page('') }, 'no-feed'],
  ])('%s', async (_, written, answers, problem) => {
    expect((await find(written, answers)).found).toEqual({ problem });
  });

  it('and tries no further places when none would be reached', async () => {
    const { found, asked } = await find('gazeta.example', {
      'https://gazeta.example/': page(''),
      'https://gazeta.example/feed/': { problem: 'too-often' },
    });
    expect(found).toEqual({ problem: 'too-often' });
    expect(asked).toHaveLength(2);
  });
});
