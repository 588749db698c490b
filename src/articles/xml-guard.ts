/** Feeds and book packages are a handful of levels deep; what is deeper is meant to exhaust a parser. */
export const maxDepth = 256;

/**
 * Can the XML be given to a parser? Not where it declares entities (which can grow without end), is nested deeper than
 * `maxDepth`, or ends inside a tag, comment or CDATA section. One pass, linear in the length of the text.
 */
export function isHarmlessXml(text: string): boolean {
  const open: string[] = [];
  for (let at = text.indexOf('<'); at >= 0;) {
    const isTag = text[at + 1] !== '!' && text[at + 1] !== '?';
    const end = isTag ? tagEnd(text, at) : sectionEnd(text, at);
    if (end === undefined) return false;
    if (isTag) follow(text, at, end, open);
    if (open.length > maxDepth) return false;
    at = text.indexOf('<', end);
  }
  return true;
}

const sections = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

/** Just behind what begins at `at`; undefined where it does not end, or declares an entity. */
function sectionEnd(text: string, at: number): number | undefined {
  for (const [begin, close] of sections) {
    if (!text.startsWith(begin, at)) continue;
    const end = text.indexOf(close, at + begin.length);
    return end < 0 ? undefined : end + close.length;
  }
  // Into a document type, where entities are declared and quotes need not pair.
  return /^<!ENTITY/i.test(text.slice(at, at + 8)) ? undefined : at + 2;
}

function tagEnd(text: string, at: number): number | undefined {
  const first = text.indexOf('>', at);
  if (first < 0) return undefined;
  if (!/["']/.test(text.slice(at, first))) return first + 1;
  let quote = '';
  for (let index = at + 1; index < text.length; index++) {
    const letter = text[index];
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '>') return index + 1;
    // A quote opens a value; elsewhere it is a letter of sloppy markup.
    else if ((letter === '"' || letter === "'") && /[=\s]/.test(text[index - 1] ?? '')) quote = letter;
  }
  return undefined;
}

/** A closing tag closes what was left open inside it too, as `<br>` in markup that was not escaped. */
function follow(text: string, at: number, end: number, open: string[]): void {
  const isClosing = text[at + 1] === '/';
  const name = tagName(text, isClosing ? at + 2 : at + 1, end);
  if (name === '') return;
  if (!isClosing) {
    if (text[end - 2] !== '/') open.push(name);
    return;
  }
  const opened = open.lastIndexOf(name);
  if (opened >= 0) open.length = opened;
}

/** Up to white space or what ends a tag. By the letter: there are thousands in a feed. */
function tagName(text: string, start: number, end: number): string {
  let at = start;
  while (at < end && text.charCodeAt(at) > 0x20 && !'/>'.includes(text.charAt(at))) at++;
  return text.slice(start, at);
}
