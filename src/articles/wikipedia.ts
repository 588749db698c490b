import type { Article } from './article.ts';
import type { RemoteProblem } from './remote-document.ts';
import type { RemoteFetcher } from './remote.ts';
import { oneLine } from './text-blocks.ts';
import { wikipediaArticle, wikipediaToday } from './wikipedia-article.ts';

export interface WikipediaHit {
  readonly title: string;
  /** How the article begins, on one line; empty where that is not known. */
  readonly summary: string;
}

/** Why nothing came; `too-little`: there is such a page, without a text. */
export interface WikipediaProblem {
  readonly problem: RemoteProblem | 'too-little';
}

export interface WikipediaOptions {
  readonly fetcher: Pick<RemoteFetcher, 'get'>;
  /** Parses a whole HTML document, to one in which nothing runs or loads. */
  readonly parseHtml: (html: string) => Document;
  /** As in `https://sq.wikipedia.org`, the Albanian one. */
  readonly site?: string;
}

const mostHits = 10;

/**
 * Wikipedia by its public API (https://www.mediawiki.org/wiki/API), which any page may ask. Its promises reject only
 * when their `signal` is aborted.
 */
export class Wikipedia {
  readonly #fetcher: Pick<RemoteFetcher, 'get'>;
  readonly #parseHtml: (html: string) => Document;
  readonly #site: string;

  constructor({ fetcher, parseHtml, site = 'https://sq.wikipedia.org' }: WikipediaOptions) {
    this.#fetcher = fetcher;
    this.#parseHtml = parseHtml;
    this.#site = site;
  }

  /** Best first, at most ten; none where nothing is found. */
  async search(words: string, signal?: AbortSignal): Promise<readonly WikipediaHit[] | WikipediaProblem> {
    const answer = await this.#ask(
      {
        ...{ action: 'query', generator: 'search', gsrsearch: words, gsrlimit: `${mostHits}`, gsrnamespace: '0' },
        ...{ prop: 'extracts', exintro: '1', explaintext: '1', exsentences: '1', exlimit: 'max' },
      },
      signal,
    );
    if ('problem' in answer) return answer;
    const pages = list(fields(answer.data['query'])['pages']).map(fields);
    return pages
      .sort((one, other) => Number(one['index']) - Number(other['index']))
      .map((page) => ({ title: text(page['title']), summary: oneLine(text(page['extract'])).text }))
      .filter(({ title }) => title !== '');
  }

  async article(title: string, signal?: AbortSignal): Promise<Article | WikipediaProblem> {
    const page = await this.#page(title, signal);
    if ('problem' in page) return page;
    return wikipediaArticle(page) ?? { problem: 'too-little' };
  }

  /**
   * What the main page tells today.
   *
   * @param title of the article
   * @param day `2026-11-25`
   */
  async today(title: string, day: string, signal?: AbortSignal): Promise<Article | WikipediaProblem> {
    const answer = await this.#ask({ action: 'query', meta: 'siteinfo', siprop: 'general' }, signal);
    if ('problem' in answer) return answer;
    const name = text(fields(fields(answer.data['query'])['general'])['mainpage']);
    const page = await this.#page(name, signal);
    if ('problem' in page) return page;
    return wikipediaToday(page, title, day) ?? { problem: 'too-little' };
  }

  async #page(title: string, signal?: AbortSignal) {
    const answer = await this.#ask(
      {
        ...{ action: 'parse', page: title, prop: 'text', redirects: '1' },
        ...{ disableeditsection: '1', disabletoc: '1', disablelimitreport: '1' },
      },
      signal,
    );
    if ('problem' in answer) return answer;
    const parsed = fields(answer.data['parse']);
    const html = text(parsed['text']);
    return { title: text(parsed['title']) || title, html, site: this.#site, parseHtml: this.#parseHtml };
  }

  /** `origin=*`: asked by any page, and answered as to nobody in particular. */
  async #ask(
    parameters: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<{ readonly data: Readonly<Record<string, unknown>> } | WikipediaProblem> {
    const query = new URLSearchParams({ ...parameters, format: 'json', formatversion: '2', origin: '*' });
    const result = await this.#fetcher.get(`${this.#site}/w/api.php?${query.toString()}`, signal && { signal });
    if (!('document' in result)) return { problem: 'problem' in result ? result.problem : 'server' };
    const data = parseJson(new TextDecoder().decode(result.document.bytes));
    const error = fields(data['error'])['code'];
    if (error === undefined) return { data };
    return { problem: error === 'missingtitle' || error === 'invalidtitle' ? 'not-found' : 'server' };
  }
}

function parseJson(json: string): Readonly<Record<string, unknown>> {
  try {
    return fields(JSON.parse(json));
  } catch {
    return { error: { code: 'no-json' } };
  }
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
