import type { Utterance } from '../../src/speech/engine.ts';

const who = ['Mësuesja', 'Fshatari', 'Mjeku', 'Nxënësi', 'Gazetarja', 'Peshkatari', 'Shoferi', 'Bibliotekarja'];
const does = ['tregon', 'pyet', 'shkruan', 'lexon', 'dëgjon', 'kujton', 'sjell'];
const what = ['lajmin e ditës', 'një libër të ri', 'motin e nesërm', 'rrugën e vjetër', 'këngën e detit'];
const where = ['në Tiranë', 'pranë lumit', 'te shkolla', 'në treg', 'mbi kodër', 'afër urës'];

/** A sentence without commas, another for each number. */
export function sentence(number: number): string {
  const pick = (from: readonly string[], by: number) => from[Math.floor(number / by) % from.length] ?? '';
  return `${pick(who, 1)} ${pick(does, 3)} ${pick(what, 2)} ${pick(where, 5)}.`;
}

/** The shortest of them, so that a hundred are heard in three minutes. */
export function shortSentence(number: number): string {
  return `${sentence(number).split(' ').slice(0, 2).join(' ')}.`;
}

/** Paragraphs of four sentences under a heading. */
export function article(sentences: number, text = sentence): Utterance[] {
  const closes = (index: number): Utterance['closes'] =>
    index === 0 ? 'heading' : index % 4 === 0 ? 'paragraph' : 'sentence';
  return Array.from({ length: sentences }, (_, index) => ({
    text: text(index),
    language: 'sq',
    closes: closes(index),
  }));
}

/** Sentences that take about so many minutes. */
export function articleOf(minutes: number): Utterance[] {
  return article(Math.round(minutes * 17));
}
