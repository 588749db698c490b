/** What another app or page handed over, not opened yet. What it did not give is empty. */
export interface SharedThing {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** As it was given: whether it leads anywhere shows when it is opened. */
  readonly address: string;
  /** A whole page, the one at `address`; from the bookmarklet only. */
  readonly html: string;
  readonly files: readonly File[];
}

/** Fields of a form or an address, by the names that the manifest gives them. */
export function sharedThing(id: string, fields: FormData | URLSearchParams): SharedThing {
  const text = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const files = [...fields.getAll('files')].filter((value) => value instanceof File && value.size > 0) as File[];
  return { id, title: text('title'), text: text('text'), address: text('url'), html: '', files };
}

export function isEmpty({ title, text, address, html, files }: SharedThing): boolean {
  return title + text + address + html === '' && files.length === 0;
}
