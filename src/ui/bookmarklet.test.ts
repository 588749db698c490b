import { runInNewContext } from 'node:vm';
import { DOMParser } from 'linkedom';
import { expect, it } from 'vitest';
import { bookmarklet } from './bookmarklet.ts';

const app = 'https://degjo.example/app/';

/** Presses the bookmark on a page; the address that it opens. */
function press(html: string): { opened: URL; page: Document } {
  const page = new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
  let opened = '';
  const open = (address: string) => {
    opened = address;
    return {};
  };
  const code = decodeURIComponent(bookmarklet(app).replace('javascript:', ''));
  // As the browser runs it: in the page's world.
  runInNewContext(code, {
    document: page,
    location: { href: 'https://gazeta.example/ura?a=1' },
    open,
    URLSearchParams,
  });
  return { opened: new URL(opened), page };
}

const page = (body: string) =>
  `<html lang="sq"><head><title>Ura & lumi</title><script>let x</script></head><body>${body}</body></html>`;

it('hands over the page’s text, title and address, and leaves the page as it is', () => {
  const html = page(
    '<p class="lead" onclick="x()" data-a="1">Ura e re hapet.</p><img src="a.jpg"><button>Ndaj</button>',
  );
  const { opened, page: after } = press(html);
  expect(opened.origin + opened.pathname + opened.search).toBe(`${app}?page`);
  const given = new URLSearchParams(opened.hash.slice(1));
  expect([given.get('title'), given.get('url')]).toEqual(['Ura & lumi', 'https://gazeta.example/ura?a=1']);
  expect(given.get('html')).toContain('<p class="lead">Ura e re hapet.</p>');
  expect(given.get('html')).not.toMatch(/script|onclick|data-a|img|Ndaj/);
  expect(after.querySelectorAll('script, img, button')).toHaveLength(3);
});

it('a page of any length makes an address that every browser takes', () => {
  const { opened } = press(page(`<p>${'Ëndërr ç’është. '.repeat(60_000)}</p>`));
  expect(opened.href.length).toBeLessThanOrEqual(1_000_000);
  expect(new URLSearchParams(opened.hash.slice(1)).get('html')).toContain('Ëndërr');
});

it('is one address, whatever stands in it', () => {
  expect(bookmarklet(app)).toMatch(/^javascript:[\w%.!~*'()-]+$/);
});
