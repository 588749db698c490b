import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readAddress } from './read-address.ts';
import type { RemoteResult } from './remote.ts';

const sentence = 'Banorët thonë se ura është e vjetër dhe nuk mban më, por për këtë nuk ka ende një vendim. ';
const page = `<!doctype html><html lang="sq"><head><title>Ura e vjetër</title></head><body><article><h1>Ura e vjetër</h1>
  <p>${sentence.repeat(3)}</p><p>${sentence.repeat(2)}</p></article></body></html>`;
const address = 'https://www.gazeta.example/ura';

/** What comes of an address behind which this is. */
function read(text: string, type = 'text/html', written = address) {
  const asked: string[] = [];
  const get = (url: string): Promise<RemoteResult> => {
    asked.push(url);
    const document = { bytes: new TextEncoder().encode(text), url, type: { essence: type }, validators: {} };
    return Promise.resolve({ document });
  };
  const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
  return readAddress(written, { fetcher: { get }, parseHtml }).then((result) => ({ result, asked }));
}

describe('the article at an address', () => {
  it('knows where it came from', async () => {
    expect((await read(page)).result).toMatchObject({
      title: 'Ura e vjetër',
      url: address,
      source: 'gazeta.example',
      blocks: [{ kind: 'heading' }, { kind: 'paragraph' }, { kind: 'paragraph' }],
    });
  });

  it('is found by what people write, too', async () => {
    expect((await read(page, 'text/html', ' gazeta.example/ura ')).asked).toEqual(['https://gazeta.example/ura']);
  });

  it('is from whom the page says that it is', async () => {
    const named = page.replace('<head>', '<head><meta property="og:site_name" content="Gazeta e Lumit">');
    expect((await read(named)).result).toMatchObject({ source: 'Gazeta e Lumit' });
  });

  it('may be plain text', async () => {
    const { result } = await read('Ura e re\n\nKalimi është falas.', 'text/plain');
    expect(result).toMatchObject({ title: 'Ura e re', url: address, source: 'gazeta.example' });
  });
});

describe('what is no article is told', () => {
  it.each([
    ['a page with too little text', '<html><body><p>Hyni me llogari.</p></body></html>', 'text/html', 'too-little'],
    ['an empty text', '', 'text/plain', 'too-little'],
    ['RSS', `<?xml version="1.0"?><!-- rss --><rss version="2.0"><channel/></rss>`, 'text/html', 'a-feed'],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"/>', 'application/atom+xml', 'a-feed'],
    ['JSON Feed', '{ "version": "https://jsonfeed.org/version/1.1" }', 'application/json', 'a-feed'],
    ['bytes that are no text', '\0\0\0', 'text/plain', 'not-text'],
  ])('%s', async (_, text, type, problem) => {
    expect((await read(text, type)).result).toEqual({ problem });
  });

  it('without asking anybody, where it is no address', async () => {
    expect(await read(page, 'text/html', 'ura')).toEqual({ result: { problem: 'bad-address' }, asked: [] });
  });
});
