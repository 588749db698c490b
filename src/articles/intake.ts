import type { Article } from './article.ts';

/**
 * Why something did not become an article:
 * - `empty`: there is no text in it
 * - `too-long`: over the limits of the text reader
 * - `not-text`: a picture, a program, anything but text
 * - `unreadable`: the file could not be read from the device
 */
export type IntakeProblem = 'empty' | 'too-long' | 'not-text' | 'unreadable';

export type IntakeResult =
  | { readonly article: Article }
  | { readonly problem: IntakeProblem; /** The file's name, where it was a file. */ readonly name?: string };

/** A file of more bytes holds more letters than an article may have, in any encoding. */
const largestFile = 8_000_000;

/** Makes articles from what the listener brings. The readers are loaded when first used. */
export class ArticleIntake {
  async fromText(text: string): Promise<IntakeResult> {
    const { readText } = await import('./text-reader.ts');
    const result = readText(text);
    return 'problem' in result ? { problem: result.problem } : { article: result };
  }

  async fromFile(file: File): Promise<IntakeResult> {
    const { name } = file;
    if (file.size > largestFile) return { problem: 'too-long', name };
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return { problem: 'unreadable', name };
    }
    const { decodeText } = await import('./decode-text.ts');
    const decoded = decodeText(bytes);
    if ('problem' in decoded) return { problem: decoded.problem, name };
    const result = await this.fromText(decoded.text);
    return 'problem' in result ? { ...result, name } : result;
  }
}
