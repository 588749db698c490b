const who = ['Mësuesja', 'Fshatari', 'Mjeku', 'Nxënësi', 'Gazetarja', 'Peshkatari', 'Shoferi', 'Bibliotekarja'];
const does = ['tregon', 'pyet', 'shkruan', 'lexon', 'dëgjon', 'kujton', 'sjell'];
const what = ['lajmin e ditës', 'një libër të ri', 'motin e nesërm', 'rrugën e vjetër', 'këngën e detit'];
const where = ['në Tiranë', 'pranë lumit', 'te shkolla', 'në treg', 'mbi kodër', 'afër urës'];

/** A sentence without commas, another for each number, that is said as it is written. */
export function sentence(number: number): string {
  const pick = (from: readonly string[], by: number) => from[Math.floor(number / by) % from.length] ?? '';
  return `${pick(who, 1)} ${pick(does, 3)} ${pick(what, 2)} ${pick(where, 5)}.`;
}

/** The shortest of them, so that a hundred are heard in three minutes. */
export function shortSentence(number: number): string {
  return `${sentence(number).split(' ').slice(0, 2).join(' ')}.`;
}

/** Something to read, as the app takes it apart. */
export interface Text {
  /** To be pasted. */
  readonly pasted: string;
  readonly sentences: readonly { readonly text: string; readonly closes: 'sentence' | 'paragraph' }[];
}

/** Paragraphs of four sentences. */
export function textOf(count: number, make = sentence): Text {
  const sentences = Array.from({ length: count }, (_, index) => ({
    text: make(index),
    closes: index % 4 === 3 || index === count - 1 ? ('paragraph' as const) : ('sentence' as const),
  }));
  const pasted = sentences.map(({ text, closes }) => text + (closes === 'paragraph' ? '\n\n' : ' ')).join('');
  return { pasted, sentences };
}

/** Sentences that take about so many minutes. */
export function textOfMinutes(minutes: number): Text {
  return textOf(Math.round(minutes * 17));
}
