import { escape } from './article-html.ts';

/** A file of the published folder, as its index names it. */
export interface Listed {
  readonly title: string;
  readonly file: string;
  readonly articles: number;
}

/** By this a later run knows the page as its own. */
export const generator = 'degjo publish';

/**
 * The folder's front page. Dëgjo, given its address, finds the editions by the links in its head, as any reader of feeds
 * does; a person finds what it is.
 */
export function indexPage(title: string, editions: readonly Listed[], podcast: string | undefined): string {
  const links = editions.map(({ title, file }) => link('application/feed+json', title, file));
  const rss = podcast === undefined ? '' : link('application/rss+xml', `${title} (podcast)`, podcast);
  const items = editions.map(
    ({ title, file, articles }) =>
      `        <li><a href="${escape(file)}">${escape(title)}</a>, ${articles} artikuj</li>\n`,
  );
  const sound =
    podcast === undefined ? '' : `      <p>Si podcast: <a href="${escape(podcast)}">${escape(podcast)}</a></p>\n`;
  return `<!doctype html>
<html lang="sq">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="${generator}">
    <title>${escape(title)}</title>
${links.join('')}${rss}  </head>
  <body>
    <main>
      <h1>${escape(title)}</h1>
      <p>Botime për t’u dëgjuar. Jepjani adresën e kësaj faqeje Dëgjos, te «Burimet».</p>
      <p lang="en">Editions to listen to. Give the address of this page to Dëgjo, under “Sources”.</p>
      <ul>
${items.join('')}      </ul>
${sound}    </main>
  </body>
</html>
`;
}

function link(type: string, title: string, file: string): string {
  return `    <link rel="alternate" type="${type}" title="${escape(title)}" href="${escape(file)}">\n`;
}
