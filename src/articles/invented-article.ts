import type { Article } from './article.ts';

/** An article for tests, with a headline and two paragraphs of two sentences each. */
export function inventedArticle(known: Partial<Article> = {}): Article {
  const title = known.title ?? 'Ura e re hapet nesër';
  return {
    id: 'ura',
    title,
    language: 'sq',
    blocks: [
      { kind: 'heading', text: title, marks: [] },
      { kind: 'paragraph', text: 'Ura mbi lumë hapet nesër. Kalimi është falas.', marks: [] },
      { kind: 'paragraph', text: 'Banorët prisnin prej dy vjetësh. Tani rruga shkurtohet shumë.', marks: [] },
    ],
    ...known,
  };
}
