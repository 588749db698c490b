import { webAddress } from './web-address.ts';

/** The http(s) address that somebody typed. Nobody types `https://`; what has no dot is a word, with an @ it is mail. */
export function typedAddress(written: string): string | undefined {
  const text = written.trim();
  const address = webAddress(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (address === undefined) return undefined;
  const { host, username } = new URL(address);
  return username === '' && /[.:]|^localhost$/.test(host) ? address : undefined;
}

/** Longer stories are told with a link in them; shorter words only say what the link leads to. */
const longestIntroduction = 300;

/** The address that a text is, and nothing besides: undefined where it is a text. */
export function soleAddress(text: string): string | undefined {
  const written = text.trim();
  const isAddress = /^(?:https?:\/\/\S+|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?)$/iu.test(written);
  return isAddress ? typedAddress(written) : undefined;
}

/** The one address that a shared text leads to; undefined where the text itself was meant. */
export function sharedAddress(text: string): string | undefined {
  const sole = soleAddress(text);
  if (sole !== undefined) return sole;
  const [first, ...others] = text.match(/https?:\/\/\S+/gi) ?? [];
  if (first === undefined || others.length > 0 || text.length - first.length > longestIntroduction) return undefined;
  return webAddress(first.replace(/[.,;:!?)\]»”"']+$/u, ''));
}
