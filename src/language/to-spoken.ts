import { isDigit, isLetter, isUpper, isWord, widthAt, wordEnd } from './characters.ts';
import { fold, type Folded } from './spoken/fold.ts';
import type { SpokenOptions } from './spoken/options.ts';
import type { Reading, Rule } from './spoken/rule.ts';
import { rules } from './spoken/rules.ts';
import { Scene } from './spoken/scene.ts';
import { writerOf } from './spoken/writer.ts';
import type { Spoken } from './spoken.ts';

const [atLetters = [], atDigits = [], atSigns = []] = ['letter', 'digit', 'sign'].map((kind) =>
  rules.filter(([, begins]) => begins.includes(kind)).map(([rule]) => rule),
);
const claimed = new Set(rules.flatMap(([, , words = []]) => words));
/** Blanks and marks at which no rule begins: they are copied unasked. */
const quiet = new Set(' \n\r\t,;!?"„“”«»)]…');

/** Most words: small letters, nothing but blanks and marks around, and no rule's own. They are copied unasked. */
function isPlain(text: string, at: number, end: number): boolean {
  return (
    !isUpper(text, at) &&
    (end === text.length || quiet.has(text.charAt(end))) &&
    !isDigit(text, at - 1) &&
    !isDigit(text, at - 2) &&
    (end - at > 5 || !claimed.has(text.slice(at, end)))
  );
}

function firstReading(asked: readonly Rule[], scene: Scene, at: number): Reading | undefined {
  for (const rule of asked) {
    const reading = rule(scene, at);
    if (reading) return reading;
  }
  return undefined;
}

/** Leads spans over the folded text back over what was folded away. */
function unfold({ origin }: Folded, spoken: Spoken): Spoken {
  if (!origin) return spoken;
  const spans = spoken.spans.map((span) => ({
    ...span,
    start: origin[span.start] ?? 0,
    end: (origin[span.end - 1] ?? 0) + 1,
  }));
  return { text: spoken.text, spans };
}

/**
 * What a voice should say for a sentence.
 *
 * @param sentence one sentence, as cut out of its block
 * @returns the spoken text, with one span for each copied word and one for each thing that is said otherwise, however
 * many words that takes: the light stands on „12.11.2023“ while its words are said
 */
export function toSpoken(sentence: string, options: SpokenOptions = {}): Spoken {
  const folded = fold(sentence);
  const { text } = folded;
  const scene = new Scene(text, options);
  const writer = writerOf(text);
  for (let at = 0; at < text.length;) {
    if (quiet.has(text.charAt(at))) {
      at++;
      continue;
    }
    const letter = isLetter(text, at);
    const end = letter ? wordEnd(text, at) : at + widthAt(text, at);
    const reading =
      options.lexicon?.find(text, at) ??
      // No rule begins at a stop.
      ((letter ? isPlain(text, at, end) : text.charAt(at) === '.')
        ? undefined
        : firstReading(letter ? atLetters : isDigit(text, at) ? atDigits : atSigns, scene, at));
    if (reading) {
      writer.say(at, reading[0], reading[1]);
      if (reading[1]) scene.passed(at, reading[0], reading[1]);
      at = reading[0];
    } else if (letter || isWord(text, at)) {
      writer.copy(at, end);
      scene.passed(at, end);
      at = end;
    } else at++;
  }
  return unfold(folded, writer.finish());
}
