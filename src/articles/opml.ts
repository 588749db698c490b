import { generateOpml, parseOpml } from 'feedsmith';
import { decodeMarkup } from './decode-markup.ts';
import { oneLine } from './text-blocks.ts';
import { webAddress } from './web-address.ts';
import { isHarmlessXml } from './xml-guard.ts';

/** A source as a list of sources names it. */
export interface ListedSource {
  readonly title: string;
  /** Absolute http(s) address of the feed. */
  readonly address: string;
  /** Absolute http(s) address of the site. */
  readonly homepage?: string;
  /** The folders that it is in, outermost first, joined by ` / `. */
  readonly folder?: string;
}

/** Why there is no list: the bytes are not OPML, they are too many, or their markup is made to exhaust its reader. */
export interface OpmlProblem {
  readonly problem: 'not-opml' | 'too-large' | 'unsafe';
}

/** In bytes. */
export const maxListSize = 5_000_000;
/** More than anybody follows. */
export const maxListed = 2000;

type Outline = NonNullable<NonNullable<ReturnType<typeof parseOpml<string>>['body']>['outlines']>[number];

/** The sources of an OPML file (1.0 or 2.0), each once, in its order; entries that are no feeds are left out. */
export function readOpml(bytes: Uint8Array): readonly ListedSource[] | OpmlProblem {
  if (bytes.length > maxListSize) return { problem: 'too-large' };
  const text = decodeMarkup(bytes);
  if (text === undefined || !/<opml[\s>]/i.test(text.slice(0, 10_000))) return { problem: 'not-opml' };
  if (!isHarmlessXml(text)) return { problem: 'unsafe' };
  try {
    const found = new Map<string, ListedSource>();
    gather(parseOpml(text).body?.outlines ?? [], [], found);
    return [...found.values()].slice(0, maxListed);
  } catch {
    return { problem: 'not-opml' };
  }
}

/** As deep as `isHarmlessXml` lets it be. */
function gather(outlines: readonly Outline[], folders: readonly string[], found: Map<string, ListedSource>): void {
  for (const { text, title, xmlUrl, htmlUrl, outlines: inner = [] } of outlines) {
    const name = oneLine(text ?? title ?? '').text;
    const address = webAddress(xmlUrl ?? '');
    if (address !== undefined && !found.has(address)) {
      const homepage = webAddress(htmlUrl ?? '');
      found.set(address, {
        title: name === '' ? new URL(address).hostname : name,
        address,
        ...(homepage !== undefined && { homepage }),
        ...(folders.length > 0 && { folder: folders.join(' / ') }),
      });
    }
    gather(inner, address !== undefined || name === '' ? folders : [...folders, name], found);
  }
}

/**
 * Sources, at least one, as OPML 2.0, which other readers open. Each folder is one outline, sources without one come first.
 *
 * @param created ISO 8601
 * @throws where there is no source: OPML has no list of nothing
 */
export function writeOpml(sources: readonly ListedSource[], title: string, created: string): string {
  const folders = new Map<string, ListedSource[]>();
  for (const source of sources) {
    const { folder = '' } = source;
    folders.set(folder, [...(folders.get(folder) ?? []), source]);
  }
  const loose = (folders.get('') ?? []).map(outline);
  folders.delete('');
  const grouped = [...folders].map(([text, inside]) => ({ text, outlines: inside.map(outline) }));
  return generateOpml({
    head: { title, dateCreated: new Date(created) },
    body: { outlines: [...loose, ...grouped] },
  });
}

function outline({ title, address, homepage }: ListedSource) {
  return { type: 'rss', text: title, title, xmlUrl: address, ...(homepage !== undefined && { htmlUrl: homepage }) };
}
