import type { Article, Block, Picture } from './article.ts';
import { oneLine } from './text-blocks.ts';
import { webAddress } from './web-address.ts';

/** More are a gallery, or a trap for whoever fetches them. */
export const maxPictures = 20;

/** CSS pixels. Smaller ones are signs, faces and counters of readers. */
const smallest = 48;

/** CSS pixels that are enough for a phone: of several sizes the smallest that has them is taken. */
const wideEnough = 640;

/** A name that the internet may know, and no port: an article has nobody ask in the listener's own network. */
const elsewhere = /^https:\/\/(?:[\w-]+\.)+(?!(?:local|localhost|lan|internal|arpa|onion)\/)[a-z][\w-]*\//i;

const longestAddress = 2_000;
const longestAlt = 500;

/** What counts readers, keeps a place free, or is drawn by code. */
const noPictures =
  /(?:^https:\/\/|\.)(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|googlesyndication\.com|scorecardresearch\.com|quantserve\.com|chartbeat\.net|feedsportal\.com|statcounter\.com|histats\.com|gravatar\.com)\/|\/\/(?:pixel|stats|beacon|counter|track(?:ing|er)?|analytics|metrics)\.|\/\/(?:www\.)?facebook\.com\/tr\b|\/\/feeds?\.feedburner\.com\/~|\/(?:pixel|beacon|track(?:ing|er)?|counter|[bt]|1x1|spacer|blank|clear|transparent|open)\.(?:gif|png|php|aspx?)\b|\/(?:pixel|beacon|track(?:ing)?|collect)(?:\?|$)|[?&](?:w|h|width|height)=[012](?:&|$)|\.svgz?(?:[?#]|$)/i;

/** Where pages name a picture that scripts of theirs put in when it comes into sight. */
const addressNames = ['data-src', 'data-lazy-src', 'data-original', 'src'];

/**
 * What an `img` shows, as a block of its own, whose text is what the page says of it to those who do not see it;
 * undefined where that is nothing to look at, or cannot be asked for over https.
 *
 * @param base absolute address that its own is relative to
 */
export function pictureBlock(image: Element, base: string): Block | undefined {
  const [width, height] = [sizeOf(image, 'width'), sizeOf(image, 'height')];
  const written = [ofSeveral(image), ...addressNames.map((name) => image.getAttribute(name))];
  const address = written.map((one) => pictureAddress(one, base)).find((one) => one !== undefined);
  if (address === undefined || isEmoji(image)) return undefined;
  return toBlock({ address, width, height }, image.getAttribute('alt'));
}

/** What a source names besides the text of an article, unchecked. */
export interface NamedPicture {
  readonly url?: unknown;
  readonly width?: unknown;
  readonly height?: unknown;
  readonly description?: unknown;
}

/**
 * The article with its pictures in order: each once and with its caption, at most `maxPictures`, none described by the
 * headline, which is heard already. Where the text has none, the named one stands above it.
 */
export function withPictures(article: Article, named: NamedPicture | undefined, base: string): Article {
  const blocks = settled(article);
  const lead = named && !blocks.some(({ picture }) => picture) ? namedBlock(named, base) : undefined;
  if (!lead) return { ...article, blocks };
  const headline = blocks[0]?.kind === 'heading' ? 1 : 0;
  return { ...article, blocks: [...blocks.slice(0, headline), withoutTitle(lead, article), ...blocks.slice(headline)] };
}

function settled(article: Article): Block[] {
  const blocks: Block[] = [];
  const seen = new Set<string>();
  for (const block of article.blocks) {
    const last = blocks.at(-1);
    if (block.picture) {
      if (seen.has(block.picture.address) || seen.size >= maxPictures) continue;
      seen.add(block.picture.address);
      blocks.push(withoutTitle(block, article));
    } else if (block.kind === 'caption' && last?.kind === 'image' && last.picture) {
      const alt = last.text === '' || last.text === block.text ? {} : { alt: last.text };
      blocks.splice(-1, 1, { ...block, picture: { ...last.picture, ...alt } });
    } else {
      blocks.push(block);
    }
  }
  return blocks;
}

function withoutTitle(block: Block, { title }: Article): Block {
  return block.text.toLowerCase() === title.toLowerCase() ? { ...block, text: '' } : block;
}

function namedBlock({ url, width, height, description }: NamedPicture, base: string): Block | undefined {
  const address = typeof url === 'string' ? pictureAddress(url, base) : undefined;
  if (address === undefined) return undefined;
  return toBlock({ address, width: count(width), height: count(height) }, description);
}

interface Sized {
  readonly address: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

function toBlock({ address, width, height }: Sized, alt: unknown): Block | undefined {
  if (Math.min(width ?? smallest, height ?? smallest) < smallest) return undefined;
  // One side alone says nothing of the room that it takes.
  const size = width !== undefined && height !== undefined ? { width, height } : {};
  const picture: Picture = { address, ...size };
  return { kind: 'image', text: described(alt), marks: [], picture };
}

/** What is no more than the name of a file says nothing. */
function described(alt: unknown): string {
  const { text } = oneLine(typeof alt === 'string' ? alt.slice(0, longestAlt) : '');
  const isFileName = /\.(?:jpe?g|png|webp|gif|avif)$/i.test(text) || (!text.includes(' ') && /[\d_.]/.test(text));
  return isFileName ? '' : text;
}

/** Over https, as browsers ask for the pictures of a page that is. */
function pictureAddress(written: string | null | undefined, base: string): string | undefined {
  if (!written || written.length > longestAddress) return undefined;
  const address = webAddress(written.trim(), base)?.replace(/^http:/, 'https:');
  return address !== undefined && elsewhere.test(address) && !noPictures.test(address) ? address : undefined;
}

/** The address of the size that is enough, by the widths that `srcset` gives. */
function ofSeveral(image: Element): string | undefined {
  const written = image.getAttribute('data-srcset') ?? image.getAttribute('srcset') ?? '';
  const words = written
    .slice(0, 20_000)
    .replace(/(\s\d{1,5}w),/g, '$1 ')
    .split(/\s+/);
  const sizes = words
    .map((word, index) => ({ address: words[index - 1], width: /^\d+w$/.test(word) ? Number.parseInt(word, 10) : 0 }))
    .filter(({ width }) => width > 0)
    .sort((one, other) => one.width - other.width);
  return (sizes.find(({ width }) => width >= wideEnough) ?? sizes.at(-1))?.address;
}

/** In CSS pixels, by the attribute, else by the style. */
function sizeOf(image: Element, side: 'width' | 'height'): number | undefined {
  const [, styled] =
    new RegExp(`(?:^|;)\\s*${side}\\s*:\\s*(\\d+)px`, 'i').exec(image.getAttribute('style') ?? '') ?? [];
  return count(image.getAttribute(side)) ?? count(styled);
}

function count(written: unknown): number | undefined {
  return /^\s*\d{1,5}(?:px)?\s*$/.test(String(written)) ? Number.parseInt(String(written), 10) : undefined;
}

/** A sign in the middle of a line that a page shows as a picture. */
function isEmoji(image: Element): boolean {
  return /\b(?:emoji|wp-smiley|smiley|icon|avatar)\b/i.test(image.getAttribute('class') ?? '');
}
