/** The header that pages of ours send where browsers send no fetch metadata: old ones, and plain http on a network. */
export const ownPageHeader = 'x-requested-with';

/**
 * Whether a script of this origin's own pages asks. Other pages are told by the browser's fetch metadata, by Origin,
 * and by a header that they could send only after a preflight request, which is never granted.
 * @param hosts the host names that this server goes by; a page that gave this server a name of its own (DNS rebinding)
 *   is none of ours. Undefined lets every name pass.
 * @param origins of apps elsewhere that this gateway serves besides
 */
export function isOwnPage(
  request: Request,
  hosts: readonly string[] | undefined,
  origins: readonly string[] = [],
): boolean {
  const { host, hostname } = new URL(request.url);
  if (hosts !== undefined && !hosts.includes(hostname)) return false;
  const origin = request.headers.get('origin');
  if (origin !== null && origins.includes(origin)) return isScript(request.headers);
  if (origin !== null && !isOwnOrigin(origin, host, hosts)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site === null) return origin !== null || request.headers.get(ownPageHeader) === 'degjo';
  return site === 'same-origin' && isScript(request.headers);
}

/** Before a proxy that speaks https or renames the host, the address that the browser knows is one of `hosts`. */
function isOwnOrigin(origin: string, host: string, hosts: readonly string[] | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const own = new URL(origin);
  return own.host === host || (hosts?.includes(own.hostname) ?? false);
}

/** Not a page opened in a tab or frame, no picture, style or script: only what fetch() asks for. */
function isScript(headers: Headers): boolean {
  const mode = headers.get('sec-fetch-mode') ?? 'cors';
  return (headers.get('sec-fetch-dest') ?? 'empty') === 'empty' && (mode === 'cors' || mode === 'same-origin');
}
