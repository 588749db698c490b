import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX, compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { encoderFolder, encoderPolicy } from '../../../csp.ts';
import { securityHeaders } from './security-headers.ts';

export interface AppOptions {
  /** The folder of built files. */
  readonly root: string;
  /** The path the build was made for: begins and ends with a slash. */
  readonly base?: string;
  /** Answers at `gateway` under `base`; without it that address is as unknown as any other. */
  readonly gateway?: Hono | undefined;
}

/** Answers GET and HEAD with the files of `root` under `base`; anything else is an error page. */
export function createApp({ root, base = '/', gateway }: AppOptions): Hono {
  const app = new Hono();
  app.use(compress({ contentTypeFilter }));
  // Before what follows, for its answers carry their own protection and lifetime.
  if (gateway !== undefined) app.route(`${base}gateway`, gateway);
  app.use(withEncoderPolicy(base), withSecurityHeaders, onlyReading, withCaching(base), withEtag, refuseHidden);
  if (base !== '/') app.get(base.slice(0, -1), (c) => c.redirect(base + new URL(c.req.url).search, 308));
  app.get(`${base}*`, serveStatic({ root, rewriteRequestPath: (path) => path.slice(base.length - 1) }));
  app.notFound(async (c) => {
    const page = isNavigation(c) ? await readFile(join(root, '404.html'), 'utf8').catch(() => null) : null;
    return page === null ? c.text('404 Not Found', 404) : c.html(page, 404);
  });
  return app;
}

/** The data of the embedded voice, too: it gets half as big. */
const contentTypeFilter = (type: string) =>
  COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) || type === 'application/octet-stream';

const withSecurityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
};

/** Instead of the page's: the one worker that runs WebAssembly. */
function withEncoderPolicy(base: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (c.req.path.startsWith(base + encoderFolder)) c.header('content-security-policy', encoderPolicy);
  };
}

const onlyReading: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  return c.text('405 Method Not Allowed', 405, { allow: 'GET, HEAD' });
};

/** Names under assets/ and voice/ carry a hash of their content; every other file may change behind its name. */
function withCaching(base: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const forever = c.res.ok && ['assets/', 'voice/'].some((folder) => c.req.path.startsWith(base + folder));
    c.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
  };
}

/** A hash of the content; a part of a file gets none, for it would be told apart from the whole. */
const wholeEtag = etag();
const withEtag: MiddlewareHandler = (c, next) => (c.req.header('range') === undefined ? wholeEtag(c, next) : next());

const refuseHidden: MiddlewareHandler = async (c, next) => (/[/\\]\./.test(c.req.path) ? c.notFound() : next());

/** A missing script or picture must not be answered with a page: it would be kept under the wrong name. */
function isNavigation(c: Context): boolean {
  return c.req.header('accept')?.includes('text/html') ?? false;
}
