/** In characters; what a list of files shows on a phone. */
const longest = 60;

/** A name that every file system and every cable takes, still readable: `Bora-mbylli-rruget.mp3`. */
export function fileNameOf(title: string, ending: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'‘`]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-');
  const short = plain.length > longest ? plain.slice(0, longest + 1).replace(/-[^-]*$/, '') : plain;
  const name = short.slice(0, longest).replace(/^-+|-+$/g, '');
  // Names of devices on Windows.
  const taken = name === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
  return `${taken ? ['degjo', name].filter(Boolean).join('-') : name}.${ending}`;
}
