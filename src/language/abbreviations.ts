import { months } from './spoken/calendar.ts';
import { sayScale, shortScales } from './spoken/scales.ts';
import { unitName } from './spoken/unit-names.ts';

/**
 * What the stop of an abbreviation tells about the sentence. A stop before a small letter never ends one.
 *
 * - `joins`: more always follows („z. Kurti“, „p.sh. Tirana“)
 * - `name`: more follows, unless the next word opens sentences („gjen. Milley“; but „nuk e gjen. Ai …“)
 * - `number`: more follows where the next word is a number („nr. 5“, „shek. XX“)
 * - `amount`: stands after a number; more follows where the next word is a currency („3 mln. Euro“)
 * - `end`: ends the sentence before a capital letter or a digit („… etj. Ai“)
 */
export type StopRole = 'joins' | 'name' | 'number' | 'amount' | 'end';

export interface Abbreviation {
  /** With its stops and without spaces; in small letters, unless only the capital is the abbreviation. */
  readonly written: string;
  /** What a reader says, in the form that fits best without context: no article, nominative. */
  readonly said: string;
  readonly stop: StopRole;
}

/** Months are cut off behind three letters or behind a consonant after them: „nën.“, „nënt.“ */
const cutMonths = months.flatMap((month) =>
  [3, 4, 5]
    .map((length) => `${month.slice(0, length)}|${month.slice(length)}`)
    .filter((entry) => /^(...|.*[^aeiou])\|./.test(entry)),
);

/**
 * What is written, then what is said: `bul|evardi` is „bul.“, cut off where the stroke stands; `zv=zëvendës` leaves out
 * more, and `nr/no=numër` is said for both. A stop inside is written or not where a colon stands: `p:sh` is „p.sh.“ and
 * „psh.“. What is said of a unit or a scale is found in their own tables. Sources: Drejtshkrimi i gjuhës shqipe (1973)
 * §§ 102–103 and its own list of abbreviations, CLDR 48 sq (eras, months), newspaper practice for ranks and forms of
 * business.
 */
const byRole: Readonly<Record<StopRole, string>> = {
  // People; places; in the middle of a thought.
  joins:
    'z|oti,Z/zt=zoti,zr=zotëri,znj=zonja,znjsh=zonjusha,dr=doktor,prof|esor,asoc/asc/as=i asociuar,ass=asistent,akad|emik,' +
    'mr=mister,mrs=misis,ms=mis,mons|injor,rev|erend,imz|ot,nënkol|onel,gjen.maj=gjeneral major,sgt=rreshter,' +
    'lt=lejtënant,capt=kapiten,sen|ator,gov=guvernator,st=shën,' +
    'rr=rruga,bul|evardi,blvd/blv=bulevardi,lgj=lagjja,fsh=fshati,zv=zëvendës,' +
    'p:sh/e.g=për shembull,d:m:th/i.e=domethënë,f:v=fjala vjen,b.f=bie fjala,krh/cf=krahaso,' +
    'sh|ih,th|uhet,temp|eratura,a.k.a=i njohur si,vs=kundër,përg|atiti,u:d=ushtrues detyre',
  name:
    'av|okat,ing=inxhinier,ark|itekt,arkit|ekt,ekon|omist,m:sc=master,sc/Shk=shkencash,doc|ent,gjen|eral,Gen=gjeneral,' +
    'kol|onel,lejt|ënant,Maj=major,kom|andant,dep|utet,Pres=president,sekr|etar,amb|asador,kard|inal,arq|ipeshkëv,' +
    'univ|ersiteti,dept=departamenti,ft/feat=me pjesëmarrjen e,ph:d=doktor,bros|,U.S=ju es',
  number:
    'nr/no=numër,dt=datë,sip=sipërfaqe,f/p/fq=faqe,pp=faqet,art|ikulli,par|agrafi,pg=paragrafi,kap|itulli,bot|imi,kal|ibri,' +
    'vëll|imi,vol=vëllimi,fig|ura,tab|ela,shek|ulli,kl|asa,ep|isodi,sez|oni,min|uta,maks|imumi,max=maksimumi,v|iti,vv=vitet,' +
    'tel|efon,cel/mob=celular,fax/faks=faks,hyr|ja,ap|artamenti,apt=apartamenti,pall|ati,nd=ndërtesa,ref|erenca,shkurt|,' +
    cutMonths.join(),
  amount: shortScales.replaceAll('|', ','),
  // Et cetera and the like; eras and time of day; forms of business; after a name; states; measures.
  end:
    'e:t:j/etc=e të tjera,d.v=dora vetë,red|aksia,shën|im,p.p=pikë përqindjeje,p.e.s=para erës sonë,e.s=erës sonë,' +
    'p.e.r=para erës së re,e.r=erës së re,p.k/p.kr=para Krishtit,m.k/mb.k=mbas Krishtit,' +
    'a.m=paradite,p.m=pasdite,sh:p:k=shoqëri me përgjegjësi të kufizuar,' +
    'sh:a=shoqëri aksionare,inc=inkorporejtid,corp=korporata,ltd=limitid,co=kompania,jr=i riu,sr=i moshuari,' +
    'sh.b.a=shë-bë-a,u.s.a=ju-es-ej,o.k.b=o-kë-bë,' +
    'mm,cm,dm,m,km,mg,g,gr,kg,kv,t,ml,cl,l,ha,sek,s,h',
};

/** „p:sh“ → „p.sh“ and „psh“. */
const spellings = (written: string): string[] =>
  written.includes(':') ? ['.', ''].flatMap((stop) => spellings(written.replace(':', stop))) : [written];

/** Every abbreviation, by how it is written. */
export const abbreviations: ReadonlyMap<string, Abbreviation> = new Map(
  (Object.entries(byRole) as [StopRole, string][]).flatMap(([stop, table]) =>
    table.split(',').flatMap((entry) => {
      const [kept = '', sign, rest = unitName(kept) ?? sayScale(kept)] = entry.split(/([|=])/);
      const said = sign === '|' ? kept + rest : rest;
      return kept
        .split('/')
        .flatMap(spellings)
        .map((form) => [`${form}.`, { written: `${form}.`, said, stop }] as const);
    }),
  ),
);

/**
 * The abbreviation that is written so: „Znj.“ and „ZNJ.“ are „znj.“. A single capital and a pair of them count only as
 * the table has them, because „F.“ and „P.K.“ are a person's initials.
 *
 * @param written with its stops and without spaces
 */
export const findAbbreviation = (written: string): Abbreviation | undefined =>
  abbreviations.get(written) ??
  (/^\p{Lu}([hH]?|\.\p{Lu}h?)\.$/u.test(written) ? undefined : abbreviations.get(written.toLowerCase()));
