import { decodeText } from './decode-text.ts';

/**
 * The text of a feed or page: in the encoding that its byte order mark, the HTTP header, its XML declaration or its
 * `<meta charset>` names, in this order. A name that is none, or that the bytes belie, is not believed: what is valid
 * UTF-8 beyond ASCII is UTF-8 whatever is said of it, and what is not valid in the encoding named is guessed at.
 * Undefined for what is not text. Linear in the number of bytes.
 *
 * @param contentType the value of the HTTP header, where there was one
 */
export function decodeMarkup(bytes: Uint8Array, contentType = ''): string | undefined {
  const text = (hasMark(bytes) ? undefined : named(bytes, contentType)) ?? guess(bytes);
  return text?.includes('\0') ? undefined : text?.replace(/^\uFEFF/, '');
}

function hasMark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function guess(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  return 'problem' in decoded ? undefined : decoded.text;
}

function named(bytes: Uint8Array, contentType: string): string | undefined {
  const text = decode(bytes, 'utf-8');
  if (text !== undefined && bytes.some((byte) => byte >= 0x80)) return text;
  for (const label of labels(bytes, contentType)) {
    const read = decode(bytes, label);
    if (read !== undefined) return read;
  }
  return text;
}

/** Where encodings are named; what names one stands at the beginning, in letters that all of them share. */
function labels(bytes: Uint8Array, contentType: string): string[] {
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  const wide = /^<\0/.test(head) ? 'utf-16le' : /^\0</.test(head) ? 'utf-16be' : undefined;
  const found = [
    wide,
    /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1],
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)/.exec(head)?.[1],
    /<meta[^>]*?\scharset\s*=\s*["']?([^\s"'/>]+)/i.exec(head)?.[1],
    /<meta[^>]*?\scontent\s*=\s*["'][^"'>]*charset=([^\s"';>]+)/i.exec(head)?.[1],
  ];
  return found.filter((label) => label !== undefined);
}

/** Undefined where the bytes are not of this encoding, or no encoding has this name. */
function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    // Streaming for the same reasons as in decode-text.ts.
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
