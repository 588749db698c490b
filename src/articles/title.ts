const longestTitle = 60;

/** A title from the first words of a text: about 60 characters, cut at a word. */
export function titleFromText(text: string): string {
  if (text.length <= longestTitle) return text;
  const head = text.slice(0, longestTitle + 1);
  const space = head.lastIndexOf(' ');
  const words = space > 0 ? head.slice(0, space) : head.slice(0, longestTitle).replace(/[\uD800-\uDBFF]$/, '');
  return `${words.replace(/[\s.,;:!?…–—-]+$/, '')}…`;
}
