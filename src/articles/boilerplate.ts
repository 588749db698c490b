import type { Block } from './article.ts';

/** Leads to other articles; alone, before a colon, or before a link. */
const seeAlso =
  /^(?:lexo(?:ni)? (?:edhe|gjithashtu|më shumë|me shume|më tepër|këtu)|(?:shiko|shih|shikoni|shihni) (?:edhe|gjithashtu)|mos (?:humb|humbisni|e humbisni)|(?:artikuj|lajme|tema|postime)t? të (?:ngjashme?|ngjashëm|lidhura?|tjera|fundit)|të (?:ngjashme|lidhura)|më të (?:lexuarat|rejat)|mund t[’']?ju interesoj[ëe]|read (?:also|more|next)|also read|see also|related(?: (?:articles|posts|stories|news))?|more (?:on this|news|stories)|you (?:may|might) also like|recommended)(?=$|\P{L})/iu;

/** Whole blocks of a page's own machinery, as they are written in Albanian and in English. */
const machinery: readonly RegExp[] = [
  // Sharing and following.
  /^(?:shpërnda(?:je|jeni|ni)?|ndaje|share|tweet|postoje)(?:\s+(?:këtë|this|në|me|on|via|in|it|artikullin|lajmin|facebook|twitter|whatsapp|\W).{0,60})?$/iu,
  /^(?:(?:facebook|twitter|x|whatsapp|viber|telegram|messenger|linkedin|pinterest|email|e-mail|kopjo linkun|copy link|print(?:o)?)\W*){2,}$/iu,
  /^(?:na ndiq(?:ni)?|ndiq(?:ni)?(?:[- ]na)?|follow us|follow|join us|bashkohu(?:ni)?)\b.{0,80}(?:facebook|instagram|twitter|telegram|whatsapp|viber|youtube|tiktok|google news|kanal|rrjete)/iu,
  // Newsletters and paid access.
  /^(?:abonohu(?:ni)?|regjistrohu(?:ni)?|subscribe|sign up|merrni? lajmet)\b.{0,160}(?:buletin|newsletter|lajm|email|e-mail|njoftim|news|inbox)/iu,
  /^shkarko(?:ni)? aplikacionin|^download (?:our|the) app/iu,
  // Consent.
  /^(?:kjo (?:faqe|uebfaqe|web ?faqe)|ky sajt|ne (?:përdorim|dhe partnerët)|duke (?:vazhduar|përdorur|klikuar)|we (?:use|and our)|this (?:web)?site uses|by (?:continuing|clicking|using)).{0,300}(?:cookie|kuki|biskota|gdpr|privat)/isu,
  /^(?:prano(?:j|ni)?(?: të gjitha)?|refuzo(?:j|ni)?|accept(?: all)?|reject(?: all)?|politika e (?:privatësisë|cookie.{0,6})|privacy policy|cookie (?:policy|settings))$/iu,
  // Comments and counts.
  /^(?:\(?\d+\)?\s*)?(?:komente?t?|comments?|shikime|lexime|views|shpërndarje|shares|pëlqime|likes)(?:\s*[:(]?\s*\d+\)?)?$/iu,
  /^(?:lini?|lër|shto(?:ni)?|shkruaj|bëj) (?:një )?koment|^leave a (?:reply|comment)|^you must be logged in/iu,
  /^(?:koha e leximit\W*)?\d+ min(?:uta?|utes?)?\.? ?(?:lexim|read(?:ing)?)?$/iu,
  // When, and how often it was read.
  /^(?:publikuar|postuar|përditësuar|botuar|published|posted|updated|klikime|hits)\b(?=.*\d).{0,60}$/iu,
  // Advertisements, tags, rights.
  /^[([—–-]*\s*(?:reklam[ëa]|publicitet|advertisement|advertorial|sponsored(?: content)?|marketing|vazhdon pas reklamës|continue reading(?: below)?)\s*[)\]—–-]*$/iu,
  /^(?:tags?|etiketa?t?|fjalë(?:t)? kyçe?|keywords|kategoria|category|filed under)\s*:/iu,
  /^(?:©|\(c\)|copyright\b)|të gjitha të drejtat (?:e rezervuara|janë të rezervuara)|^all rights reserved/iu,
  /^(?:kliko(?:ni)? këtu|click here|kthehu (?:lart|mbrapa)|back to top|shiko galerinë|më shumë|more)\W*$/iu,
];

const paywall =
  /(?:^|[.!…] )(?:për (?:të|ta) (?:lexuar|vazhduar)|vazhdo(?:ni)? leximin|ky artikull është (?:vetëm )?për abonent|to (?:read|continue)|this article is for subscribers|subscribe to (?:read|continue)).{0,160}(?:abon|regjistr|hyni|identifiko|llogari|subscri|sign|log ?in|account|$)/iu;

const longestMachinery = 400;

export interface ArticleText {
  readonly blocks: Block[];
  /** Does the text break off where one has to pay or sign in? */
  readonly isStub: boolean;
}

/** The blocks of an article without those of the page around it, which extraction leaves in between. */
export function withoutBoilerplate(blocks: readonly Block[]): ArticleText {
  const kept: Block[] = [];
  const captions = new Set<string>();
  let isInList = false;
  let isStub = false;
  for (const block of blocks) {
    if (isPaywall(block)) {
      isStub = true;
      break;
    }
    isInList = pointsElsewhere(block) || (isInList && isOneLink(block));
    const isRepeated = block.kind === 'caption' && captions.has(block.text);
    if (block.kind === 'caption') captions.add(block.text);
    if (!isInList && !isRepeated && !isMachinery(block)) kept.push(block);
  }
  return { blocks: withoutLooseEnds(kept), isStub };
}

function isPaywall({ text }: Block): boolean {
  return text.length < longestMachinery && paywall.test(text);
}

/** „Lexo edhe“ with nothing behind it, with a colon or dash, or with a link; not a sentence that so begins. */
function pointsElsewhere(block: Block): boolean {
  const match = block.text.length < longestMachinery ? seeAlso.exec(block.text) : null;
  if (!match) return false;
  const rest = block.text.slice(match[0].length);
  return /^\W*$|^\s*[:|>»–—-]/u.test(rest) || linkedLength(block) > rest.length / 2;
}

function isMachinery({ text }: Block): boolean {
  return text.length < longestMachinery && machinery.some((pattern) => pattern.test(text));
}

function isOneLink(block: Block): boolean {
  return linkedLength(block) > block.text.length * 0.9;
}

/** Code units of the text that are links. */
export function linkedLength({ marks }: Block): number {
  return marks.reduce((sum, mark) => sum + (mark.kind === 'link' ? mark.end - mark.start : 0), 0);
}

/** An article ends with neither a heading nor a list of links, nor does one begin with a lone link. */
function withoutLooseEnds(blocks: readonly Block[]): Block[] {
  let end = blocks.length;
  let isLoose = true;
  while (isLoose) {
    const last = blocks[end - 1];
    isLoose = last !== undefined && (last.kind === 'heading' || isOneLink(last));
    if (isLoose) end--;
  }
  return blocks.slice(0, end);
}
