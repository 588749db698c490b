/** What a file is, as far as we read it; `locked-office` is a Word document with a password. */
export type FileKind = 'text' | 'html' | 'markdown' | 'docx' | 'epub' | 'pdf' | 'locked-office';

/** By what its bytes begin with; where that is text, by its name. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  const beginning = String.fromCharCode(...bytes.subarray(0, 1024));
  if (beginning.includes('%PDF-')) return 'pdf';
  if (beginning.startsWith('PK\x03\x04')) return archiveKind(name, beginning);
  if (beginning.startsWith('\xD0\xCF\x11\xE0')) return isEncryptedOffice(bytes) ? 'locked-office' : 'text';
  if (/\.x?html?$/i.test(name) || /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html[\s>])/i.test(beginning)) return 'html';
  return /\.(md|markdown)$/i.test(name) ? 'markdown' : 'text';
}

function archiveKind(name: string, beginning: string): FileKind {
  if (beginning.includes('mimetypeapplication/epub+zip') || /\.epub$/i.test(name)) return 'epub';
  return /\.docx$/i.test(name) || /word\/|\[Content_Types\]\.xml/.test(beginning) ? 'docx' : 'text';
}

/** Word puts an encrypted document into the container of its old format, under this name in UTF-16. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  const name = 'EncryptedPackage'.split('').join('\0');
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 100_000));
  return text.includes(name);
}
