import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Article } from './article.ts';
import { answerAsWikipedia } from './fixtures/wikipedia/api.ts';
import type { RemoteResult } from './remote.ts';
import { Wikipedia } from './wikipedia.ts';

const site = 'https://sq.wikipedia.org';

/** Wikipedia as its API answers, or with this in its place. */
function wikipedia(instead?: RemoteResult | string) {
  const asked: string[] = [];
  const get = (url: string): Promise<RemoteResult> => {
    asked.push(url);
    if (typeof instead === 'object') return Promise.resolve(instead);
    const text = instead ?? JSON.stringify(answerAsWikipedia(new URL(url).searchParams));
    const bytes = new TextEncoder().encode(text);
    return Promise.resolve({ document: { bytes, url, type: { essence: 'application/json' }, validators: {} } });
  };
  const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
  return { asked, client: new Wikipedia({ fetcher: { get }, parseHtml }) };
}

const told = (article: Article) => article.blocks.map(({ kind, text }) => `${kind}: ${text}`);

describe('searching', () => {
  it('finds articles, the best first, with how they begin', async () => {
    const { client, asked } = wikipedia();
    expect(await client.search('ura')).toEqual([
      { title: 'Ura e Gurit', summary: 'Ura e Gurit është një urë mbi Lumin e Kaltër.' },
      { title: 'Ura tjetër', summary: '' },
    ]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(`${site}/w/api.php?`);
  });

  it('may find nothing', async () => {
    expect(await wikipedia().client.search('xyzzy')).toEqual([]);
  });
});

describe('an article', () => {
  it('is its text and its tables, without boxes, notes, pictures, references and lists of links', async () => {
    const article = (await wikipedia().client.article('Ura e Gurit')) as Article;
    expect(told(article)).toEqual([
      'heading: Ura e Gurit',
      'paragraph: Ura e Gurit është një urë mbi Lumin e Kaltër, e ndërtuar në shekullin XVIII. Rreth saj rriten shelgje.',
      'heading: Historia',
      'paragraph: Ura u rindërtua dy herë pas përmbytjeve, me gurë nga i njëjti mal.',
      'caption: Rindërtimet',
      'table: Viti, Arsyeja',
      'table: 1824, përmbytje',
      'paragraph: Marrë nga Wikipedia, enciklopedia e lirë, punë e shumë vetave. Leja: CC BY-SA 4.0.',
    ]);
    expect(article).toMatchObject({
      title: 'Ura e Gurit',
      source: 'Wikipedia',
      url: `${site}/wiki/Ura_e_Gurit`,
      language: 'sq',
    });
  });

  it('links to its pages and to its licence, and to none that is not written', async () => {
    const article = (await wikipedia().client.article('Ura e Gurit')) as Article;
    const links = article.blocks.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === 'link' ? [mark.href] : [])),
    );
    expect(links).toEqual([
      `${site}/wiki/Lumi_i_Kalter`,
      `${site}/wiki/Ura_e_Gurit`,
      'https://creativecommons.org/licenses/by-sa/4.0/deed.sq',
    ]);
  });

  it.each([
    ['that is not there', 'Askund', 'not-found'],
    ['without a text', 'Bosh', 'too-little'],
  ])('%s is told', async (_, title, problem) => {
    expect(await wikipedia().client.article(title)).toEqual({ problem });
  });
});

it('today’s main page is what it tells, without its lists of links', async () => {
  const article = (await wikipedia().client.today('Sot te Wikipedia', '2026-11-25')) as Article;
  expect(told(article).slice(0, -1)).toEqual([
    'heading: Sot te Wikipedia',
    'heading: Artikulli i zgjedhur',
    'paragraph: Shqiponja e malit jeton në shkëmbinj të lartë dhe sheh larg, edhe në mjegull të hollë. Më tepër',
    'heading: A e dini se…',
    'item: në malet tona ka mbi njëqind liqene akullnajore, shumica pa emër?',
  ]);
  expect(article).toMatchObject({ id: 'wikipedia/sot-2026-11-25', published: '2026-11-25' });
});

describe('what does not come is told', () => {
  it.each<[string, RemoteResult | string, string]>([
    ['no network', { problem: 'offline' }, 'offline'],
    ['too slow', { problem: 'slow' }, 'slow'],
    ['a page in place of an answer', '<html>', 'server'],
    ['an error of theirs', '{"error":{"code":"internal_api_error"}}', 'server'],
  ])('%s', async (_, instead, problem) => {
    const { client } = wikipedia(instead);
    expect(await client.search('ura')).toEqual({ problem });
    expect(await client.article('Ura e Gurit')).toEqual({ problem });
    expect(await client.today('Sot', '2026-11-25')).toEqual({ problem });
  });

  it.each(['[]', 'null', '{"query":{"pages":[null,1,{"title":7}]}}', '{"parse":{"text":{}}}'])(
    'an answer of another shape breaks nothing: %s',
    async (instead) => {
      const { client } = wikipedia(instead);
      expect(await client.search('ura')).toEqual([]);
      expect(await client.article('Ura')).toEqual({ problem: 'too-little' });
    },
  );
});
