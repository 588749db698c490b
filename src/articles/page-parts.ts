/** What sites call the parts of a page that are not its article, as words of a class or id. */
const partNames = new Set(
  (
    'share shares sharing sharedaddy social socials addtoany addthis a2a related relatedposts similar recommended ' +
    'recommendation readmore readalso lexoedhe ngjashme tjera newsletter subscribe subscription abonohu cookie cookies ' +
    'gdpr consent cmp comment comments komente disqus respond ad ads advert adverts advertisement adsbygoogle banner ' +
    'reklama reklame sponsor sponsored promo popup modal breadcrumb breadcrumbs pagination tags tagcloud sidebar ' +
    'widget outbrain taboola follow followus toolbar print email hits actions icons'
  ).split(' '),
);

/** More than a page has; each is looked through, which hostile nesting makes slow. */
const maxParts = 500;

/** These hold others' prose, however long. */
const foreign = /comment|komente|disqus|cookie|gdpr|consent|related|recommend/i;

/**
 * Takes out of an inert document what is certainly not of its article, by the names that sites give it: advertisements,
 * buttons for sharing, lists of other articles, consent to cookies, comments. What holds the headline, or paragraphs
 * as an article has them, stays, whatever it is called.
 */
export function removeParts(page: Document): void {
  for (const element of page.querySelectorAll('noscript, template, dialog, [role="dialog"], [role="complementary"]')) {
    element.remove();
  }
  const parts = [...page.querySelectorAll('[class], [id]')].filter(isPart);
  for (const element of parts.slice(0, maxParts)) {
    if (!isArticle(element)) element.remove();
  }
}

function isPart(element: Element): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.toLowerCase();
  if (names.length > 500) return false;
  if (
    /(lexo|read|shiko|see)[-_]?(edhe|also|more|me-shume)|cookie|jp-related|(?:article|entry|post)-?(?:info|meta)\b|(?:^|\s)(?:share|social)/.test(
      names,
    )
  ) {
    return true;
  }
  return names.split(/[^a-z]+/).some((word) => partNames.has(word));
}

function isArticle(element: Element): boolean {
  if (/^(html|body|main|article)$/.test(element.localName)) return element.closest('.comments, #comments') === null;
  if (element.querySelector('h1, main, [itemprop="articleBody"]') !== null) return true;
  if (foreign.test(`${element.className} ${element.id}`)) return false;
  let long = 0;
  for (const paragraph of element.querySelectorAll('p')) {
    if (paragraph.textContent.trim().length > 80 && ++long > 1) return true;
  }
  return false;
}
