/**
 * Blocks of invented Albanian news, the same each time, up to about `size` bytes of UTF-8: sentences with quotations,
 * figures, dates, money, abbreviations and acronyms among plain ones, four or five to a block.
 */
export function generatedBlocks(size: number): string[] {
  const blocks: string[] = [];
  let seed = 1;
  for (let bytes = 0; bytes < size;) {
    const block = Array.from({ length: 4 + (random(2) === 0 ? 1 : 0) }, sentence).join(' ');
    blocks.push(block);
    bytes += Buffer.byteLength(block) + 2;
  }
  return blocks;

  function sentence(): string {
    return pick(patterns).replaceAll(/\{(\w+)\}/g, (_, name: string) => fill(name));
  }

  function fill(name: string): string {
    if (name === 'number') return String(random(1900) + 2);
    if (name === 'day') return String(random(28) + 1);
    return pick(words[name] ?? ['']);
  }

  function pick(choice: readonly string[]): string {
    return choice[random(choice.length)] ?? '';
  }

  function random(below: number): number {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  }
}

const words: Readonly<Record<string, readonly string[]>> = {
  who: ['Kryetarja e bashkisë', 'Ministri', 'Drejtoresha e shkollës', 'Trajneri', 'Zëdhënësi i policisë', 'Z. Hoti'],
  what: ['rruga e re', 'spitali', 'ura mbi lumë', 'biblioteka e qytetit', 'fabrika e qumështit', 'stadiumi'],
  where: ['në Shkodër', 'në Prizren', 'në Tetovë', 'në Vlorë', 'në fshatin Dardhë', 'pranë rr. së Kavajës'],
  month: ['janar', 'mars', 'prill', 'qershor', 'tetor', 'dhjetor'],
  body: ['OKB', 'NATO', 'BE', 'KQZ', 'RTSH'],
};

const patterns = [
  '{who} tha të hënën se {what} do të hapet para kohe, megjithëse punimet {where} nisën me vonesë.',
  '“Nuk kemi pse të presim më gjatë”, shtoi ai, “sepse banorët e kanë kërkuar prej vitesh.”',
  'A do të mjaftojnë paratë?',
  'Sipas bashkisë, {what} kushton {number} euro, ndërsa qiraja arrin 12,5 % të buxhetit.',
  'Punimet {where} mbarojnë më {day} {month} 2026, në orën 18:30, në praninë e znj. Leka.',
  'Në mbledhje morën pjesë edhe përfaqësues të {body}-së, d.m.th. ata që e kanë paguar projektin.',
  'Banorët e lagjes u mblodhën pranë sheshit dhe kërkuan që pemët të mos priten.',
  'Marrëveshja u nënshkrua më {day}.11.2025, sipas nenit 12, par. 3 të ligjit nr. {number}.',
  'Askush nuk u lëndua!',
  'Nxënësit kthehen në mësim kur të përfundojë ngrohja, pra jo para javës së ardhshme.',
];
