export interface MediaType {
  /** In lower case, as in `text/html`. */
  readonly essence: string;
  /** As the sender named it, in lower case; it may be wrong, or no encoding at all. */
  readonly charset?: string;
}

/** Reads a Content-Type header; undefined when there is none, or it is not one. */
export function readMediaType(header: string | null | undefined): MediaType | undefined {
  const [, essence] = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)\s*(?:;|$)/.exec(header ?? '') ?? [];
  if (essence === undefined) return undefined;
  const [, charset] = /;\s*charset\s*=\s*["']?([\w.:+-]{1,40})/i.exec(header ?? '') ?? [];
  return { essence: essence.toLowerCase(), ...(charset !== undefined && { charset: charset.toLowerCase() }) };
}

/** Pictures of dots. One in XML (SVG) can hold scripts and addresses, and is none of them. */
export function isPicture({ essence }: MediaType): boolean {
  return /^image\/(?:jpeg|png|webp|avif|gif)$/.test(essence);
}

/** HTML, XML, JSON and plain text: what a page or a feed can come as. A picture in XML (SVG) is none of them. */
export function isPageOrFeed({ essence }: MediaType): boolean {
  if (essence.startsWith('image/')) return false;
  return /^text\/(?:html|plain|xml|json)$|^application\/(?:xml|json)$|\+(?:xml|json)$/.test(essence);
}
