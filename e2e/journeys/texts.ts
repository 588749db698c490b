/** A text with a headline, as somebody might paste it; nothing in it is said otherwise than it is written. */
export const library = textOf('Biblioteka e lagjes hapet përsëri', [
  [
    'Biblioteka e lagjes i hapi dyert të shtunën, pas një viti pune.',
    'Çatia nuk pikon më dhe dritaret janë të reja.',
    'Fëmijët hynë të parët.',
  ],
  [
    'Në katin e sipërm ka tani një dhomë ku librat dëgjohen.',
    'Kushdo shtyp një buton dhe një zë i qetë fillon të lexojë.',
    'Kush nuk sheh mirë, ulet pranë dritares dhe dëgjon.',
  ],
  [
    'Raftet i ndërtoi një marangoz i moshuar që jeton përballë.',
    'Ai nuk mori pagesë, por kërkoi një kartë leximi për nipin.',
    'Karta iu dha që ditën e parë.',
  ],
  [
    'Librat më të vjetër u lidhën me dorë gjatë dimrit.',
    'Disa prej tyre kanë shënime në anë, të shkruara me laps.',
    'Askush nuk i fshiu, sepse edhe ato janë pjesë e historisë.',
  ],
  [
    'Në oborr u mbollën dy fiq dhe një shegë.',
    'Nën to do të ketë stola për ata që lexojnë jashtë.',
    'Kur bie shi, të gjithë futen brenda e zënë vend te shkallët.',
  ],
  [
    'Biblioteka do të jetë e hapur çdo ditë, përveç të hënës.',
    'Të mërkurën në mbrëmje lexohen përralla për më të vegjlit.',
    'Hyrja është falas për të gjithë.',
  ],
]);

/** A text in three sentences, without a headline. */
export const market = textOf(undefined, [
  [
    'Tregu i peshkut u zhvendos pranë portit të vogël.',
    'Shitësit thonë se atje hija zgjat deri në drekë.',
    'Blerësit erdhën herët.',
  ],
]);

export interface Text {
  readonly text: string;
  /** In the order in which they are spoken, headline included. */
  readonly sentences: readonly string[];
  /** What the lists call it. */
  readonly title: string;
}

function textOf(headline: string | undefined, paragraphs: readonly (readonly string[])[]): Text {
  const blocks = [...(headline === undefined ? [] : [[headline]]), ...paragraphs];
  const [title = ''] = blocks.flat();
  return { text: blocks.map((block) => block.join(' ')).join('\n\n'), sentences: blocks.flat(), title };
}

/** @returns the sentence at this place, which has to be there */
export function sentenceOf({ sentences }: Text, index: number): string {
  const sentence = sentences.at(index);
  if (sentence === undefined) throw new RangeError(`no sentence ${String(index)}`);
  return sentence;
}
