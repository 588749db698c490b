/** A BCP 47 tag as the rest of the app can use it; undefined for what is none. */
export function languageTag(written: string): string | undefined {
  const tag = written.trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined;
}

/** Are both the same language, whatever the region? */
export function isSameLanguage(one: string, other: string): boolean {
  return one === other || primarySubtag(one) === primarySubtag(other);
}

function primarySubtag(tag: string): string {
  return tag.toLowerCase().replace(/-.*/s, '');
}
