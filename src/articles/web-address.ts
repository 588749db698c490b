/** The absolute http(s) address that `written` means on a page at `base`; undefined for every other kind of address. */
export function webAddress(written: string, base?: string): string | undefined {
  try {
    const { protocol, href } = new URL(written, base);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
