/** How the listener wants an article to look. */
export interface Look {
  /** `auto`: light or dark, as the device says. */
  readonly theme: 'auto' | 'light' | 'dark' | 'sepia' | 'contrast';
  readonly font: 'system' | 'atkinson' | 'dyslexic';
  /** Of the article's text; 1 is 20 to 22 pixels, by the width of the screen. 0.8 to 3. */
  readonly size: number;
  /** Height of a line, in the size of the text. 1.3 to 2.6. */
  readonly lines: number;
  /** Between paragraphs, in the size of the text. 0.5 to 3. */
  readonly paragraphs: number;
  /** Added between letters, in the size of the text. 0 to 0.2. */
  readonly letters: number;
  /** Added between words, in the size of the text. 0 to 0.6. */
  readonly words: number;
  /** The longest line, in the size of the text; a letter is about half of that wide. 16 to 34. */
  readonly width: number;
  /** What marks the sentence that is spoken. */
  readonly mark: 'both' | 'band' | 'line';
  readonly colour: 'amber' | 'blue' | 'green';
  /** What is lit and kept in view while it is spoken. */
  readonly follow: 'words' | 'sentences' | 'nothing';
  /** Does the sentence that is spoken stand alone and large in the place of the article? */
  readonly single: boolean;
  /** Is everything but the lit sentence dimmed? */
  readonly dim: boolean;
}

export const defaultLook: Look = {
  theme: 'auto',
  font: 'system',
  size: 1,
  lines: 1.65,
  paragraphs: 1.1,
  letters: 0,
  words: 0,
  width: 28,
  mark: 'both',
  colour: 'amber',
  follow: 'words',
  single: false,
  dim: false,
};
