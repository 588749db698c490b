/** Generated feeds and pages of the size that news sites have; the sentences are made up. */

const sentences = [
  'Banorët thonë se ura është e vjetër dhe nuk mban më, por për këtë nuk ka ende një vendim.',
  'Sipas bashkisë, puna kushtoi 2,4 milionë euro, pak më pak se sa ishte parashikuar.',
  '“Nuk kemi kursyer te siguria, por te letrat”, tha kryetari në mbledhjen e së premtes.',
  'Autobusët do të ndalen te tregu i vjetër deri në pranverë, pastaj te sheshi i ri.',
  'Era do të jetë e fortë pasdite, prandaj tragetet mund të vonohen.',
];

function paragraph(seed: number): string {
  const text = [0, 1, 2, 3].map((step) => sentences[(seed + step * step) % sentences.length]).join(' ');
  return `<p>${text.replace('ura', '<strong>ura</strong>').replace('tregu', '<a href="/tregu">tregu</a>')}</p>`;
}

function content(seed: number, paragraphs: number): string {
  return Array.from({ length: paragraphs }, (_, at) => paragraph(seed + at)).join('\n');
}

/** RSS as WordPress writes it: a full text for each item. */
export function feed(items: number, paragraphs: number): string {
  const item = (at: number) =>
    `<item><title>Lajmi ${at}: ${sentences[at % sentences.length]?.slice(0, 50)}</title>
    <link>https://gazeta.example/lajmi-${at}/</link><dc:creator><![CDATA[Mira Gjeloshi]]></dc:creator>
    <pubDate>${new Date(Date.UTC(2026, 10, 1, 0, at)).toUTCString()}</pubDate><category><![CDATA[Ekonomi]]></category>
    <guid isPermaLink="false">https://gazeta.example/?p=${at}</guid>
    <description><![CDATA[<p>${sentences[at % sentences.length]} [&#8230;]</p>]]></description>
    <content:encoded><![CDATA[${content(at, paragraphs)}]]></content:encoded></item>`;
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Gazeta</title><link>https://gazeta.example</link><language>sq</language>${Array.from({ length: items }, (_, at) => item(at)).join('\n')}</channel></rss>`;
}

/** A page of a news site: an article between menus, boxes, and lists of other articles. */
export function newsPage(paragraphs: number, links: number): string {
  const list = Array.from(
    { length: links },
    (_, at) =>
      `<li class="item-${at}"><div><a href="/lajmi-${at}"><img src="/${at}.jpg" alt=""> Lajmi tjetër ${at}</a></div></li>`,
  ).join('\n');
  return `<!doctype html><html lang="sq"><head><meta charset="utf-8"><title>Ura e re hapet - Gazeta</title>
  <meta property="og:site_name" content="Gazeta"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ura e re hapet"}</script></head>
  <body><header><nav><ul class="menu">${list}</ul></nav></header>
  <main><article class="post"><h1>Ura e re hapet</h1><div class="entry-content">${content(1, paragraphs)}
  <div class="sharedaddy"><a href="/x">Shpërndaje</a></div><p>Lexo edhe: <a href="/y">Tuneli</a></p>${content(7, paragraphs)}</div></article></main>
  <aside class="sidebar"><ul>${list}</ul></aside><footer><ul>${list}</ul></footer></body></html>`;
}
