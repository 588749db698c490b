import type { Article, Block } from '../../src/articles/article.ts';

/**
 * Invented Albanian articles, the same each time. Words are drawn as a language draws them, by the law of Zipf and
 * Mandelbrot: some forty particles make up much of a text, and every other word comes from a long list of stems, of
 * which the first stand in many articles and the last in hardly any, with their endings.
 *
 * @param words in each article, about
 */
export function* generatedArticles(count: number, words: number): Generator<Article> {
  const random = randomNumbers(7);
  for (let index = 0; index < count; index += 1) yield article(index, words, random);
}

function article(index: number, words: number, random: () => number): Article {
  const title = capital(phrase(5 + Math.floor(random() * 5), random));
  const blocks: Block[] = [{ kind: 'heading', text: title, marks: [] }];
  for (let written = 0; written < words;) {
    const sentences = Array.from({ length: 3 + Math.floor(random() * 3) }, () => 9 + Math.floor(random() * 14));
    written += sentences.reduce((sum, length) => sum + length, 0);
    const text = sentences.map((length) => `${capital(phrase(length, random))}.`).join(' ');
    blocks.push({ kind: 'paragraph', text, marks: [] });
  }
  const day = new Date(Date.UTC(2026, 0, 1) - index * 3_600_000).toISOString();
  return { id: `prove/${index}`, title, language: 'sq', blocks, source: `Gazeta ${index % 40}`, published: day };
}

function phrase(length: number, random: () => number): string {
  return Array.from({ length }, () => word(random)).join(' ');
}

function word(random: () => number): string {
  if (random() < 0.4) return at(particles, rank(random, particles.length, 1));
  return stem(rank(random, stemCount, particles.length)) + at(endings, rank(random, endings.length, 1));
}

/** Beyond those written here they are made up of syllables, each rank its own. */
function stem(rank: number): string {
  const written = stems[rank];
  if (written !== undefined) return written;
  let made = '';
  for (let rest = rank * 31; rest > 0; rest = Math.floor(rest / syllables.length)) {
    made += at(syllables, rest % syllables.length);
  }
  return made;
}

/** A rank from 0, each drawn about as often as 1 / (rank + after). */
function rank(random: () => number, length: number, after: number): number {
  return Math.floor(after * (1 + length / after) ** random() - after);
}

function at(list: readonly string[], index: number): string {
  return list[Math.min(index, list.length - 1)] ?? '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** From 0 to 1, by the minimal standard generator of Park and Miller. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Different stems in all. */
const stemCount = 15_000;

const particles =
  'e të në i për dhe me se nga që një më është u do ka pas tha janë si nuk kjo ishte por ky duhet edhe mund gjatë kanë ndërsa pasi deri kur ku sipas ndaj pa çdo tyre saj tij shumë vetëm sot dje nesër këtu atje gjithë disa asnjë vit ditë'.split(
    ' ',
  );

const stems =
  `qeveri kryeministr ministr bashki qytet fshat rrug ur shkoll spital mësues nxënës mjek student punëtor fermer pronar polic gjykat prokuror avokat ligj vendim projekt buxhet çmim naft bukë qumësht ujë energji drit rrym tarif taks pag pension ndihm investim bank kredi euro lek treg dyqan fabrik prodhim eksport import kufi doganë port anij tren aeroport udhëtar turist hotel plazh det lum mal pyll kodër fush dimr ver pranver vjesht shi bor er diell mot përmbytj zjarr tërmet dëm shtëpi pallat çati mur dritar derë kopsht pem ulli fik shegë rrush dardh moll gru misër bagëti dele dhi lopë kal qen mace zog peshk bibliotek libr shkrimtar poet këngëtar këng muzik vall teatr aktor film piktor ekspozit muze kështjell kish xhami urë fest traditë kuzhin recet ekip trajner lojtar stadium ndeshj gol kupë kampionat garë medalj tifoz gazet gazetar radio televizion intervist lajm artikull lexues dëgjues fotografi telefon kompjuter internet rrjet program aplikacion robot shkenc studim zbulim yll hën planet raket univers laborator ilaç vaksin sëmundj shëndet operacion pacient infermier urgjenc aksident makin autobus biçiklet këmbësor semafor trafik parking park lagj shesh monument histori luft paqe marrëveshj traktat ambasad diplomat president parlament deputet parti zgjedhj votë kandidat fushat koalicion opozit reform komision raport statistik banor familj fëmij nën baba gjysh gjyshe motër vëlla mik fqinj djal vajz grua burr plak foshnj dasm lindj vdekj kujtim ëndërr shpres frik gëzim trishtim dashuri zemër dorë sy zë fjal gjuh shkronj mendim pyetj përgjigj ide plan punë shërbim cilësi sasi numër pjesë fund fillim mes ana vend kohë orë minutë javë muaj shekull mëngjes mbrëmj natë dritë hije ngjyr form madhësi peshë gjatësi thellësi lartësi`.split(
    /\s+/,
  );

const endings = [
  '',
  'i',
  'a',
  'et',
  'in',
  'it',
  'ët',
  've',
  've të',
  'ës',
  'ën',
  'e',
  'ash',
  'ish',
  'inë',
  'isë',
  'ave',
  'or',
];

const syllables =
  'ba be bi bo bu da de di do du dra dri fa fi fo ga ge gi go gu gja gje ha he hi ho ja je jo ka ke ki ko ku kra kri la le li lo lu lla lle ma me mi mo mu na ne ni no nu nja pa pe pi po pra pri qa qe qi ra re ri ro ru rra sa se si so su sha she shi shta ta te ti to tra tri va ve vi vo vra xha za ze zi zo zhu'.split(
    ' ',
  );
