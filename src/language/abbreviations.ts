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

/**
 * Written → said, by what the stop tells. Sources: Drejtshkrimi i gjuhës shqipe (1973) §§ 102–103 and its own list of
 * abbreviations, CLDR 48 sq (eras, months, units), newspaper practice for ranks and forms of business.
 */
const byRole: Readonly<Record<StopRole, Readonly<Record<string, string>>>> = {
  joins: {
    // People.
    'z.': 'zoti',
    'Z.': 'zoti',
    'zr.': 'zotëri',
    'zt.': 'zoti',
    'znj.': 'zonja',
    'znjsh.': 'zonjusha',
    'dr.': 'doktor',
    'prof.': 'profesor',
    'asoc.': 'i asociuar',
    'ass.': 'asistent',
    'akad.': 'akademik',
    'mr.': 'mister',
    'mrs.': 'misis',
    'ms.': 'mis',
    'mons.': 'monsinjor',
    'rev.': 'reverend',
    'imz.': 'imzot',
    'nënkol.': 'nënkolonel',
    'gjen.maj.': 'gjeneral major',
    'sgt.': 'rreshter',
    'lt.': 'lejtënant',
    'capt.': 'kapiten',
    'sen.': 'senator',
    'gov.': 'guvernator',
    'st.': 'shën',
    // Places.
    'rr.': 'rruga',
    'bul.': 'bulevardi',
    'blvd.': 'bulevardi',
    'lgj.': 'lagjja',
    'fsh.': 'fshati',
    'mt.': 'mali',
    'zv.': 'zëvendës',
    // In the middle of a thought.
    'p.sh.': 'për shembull',
    'psh.': 'për shembull',
    'd.m.th.': 'domethënë',
    'dmth.': 'domethënë',
    'dm.th.': 'domethënë',
    'd.mth.': 'domethënë',
    'f.v.': 'fjala vjen',
    'fv.': 'fjala vjen',
    'b.f.': 'bie fjala',
    'krh.': 'krahaso',
    'sh.': 'shih',
    'th.': 'thuhet',
    'a.k.a.': 'i njohur si',
    'vs.': 'kundër',
    'e.g.': 'për shembull',
    'i.e.': 'domethënë',
    'cf.': 'krahaso',
    'përg.': 'përgatiti',
    'ud.': 'ushtrues detyre',
  },
  name: {
    'av.': 'avokat',
    'ing.': 'inxhinier',
    'ark.': 'arkitekt',
    'arkit.': 'arkitekt',
    'ekon.': 'ekonomist',
    'msc.': 'master',
    'm.sc.': 'master',
    'sc.': 'shkencash',
    'doc.': 'docent',
    'gjen.': 'gjeneral',
    'Gen.': 'gjeneral',
    'kol.': 'kolonel',
    'lejt.': 'lejtënant',
    'Maj.': 'major',
    'kom.': 'komandant',
    'dep.': 'deputet',
    'Pres.': 'president',
    'sekr.': 'sekretar',
    'amb.': 'ambasador',
    'kard.': 'kardinal',
    'arq.': 'arqipeshkëv',
    'univ.': 'universiteti',
    'dept.': 'departamenti',
    'ft.': 'me pjesëmarrjen e',
    'feat.': 'me pjesëmarrjen e',
    'ph.d.': 'doktor',
    'phd.': 'doktor',
    'bros.': 'vëllezërit',
    'U.S.': 'ju es',
  },
  number: {
    'nr.': 'numër',
    'no.': 'numër',
    'f.': 'faqe',
    'fq.': 'faqe',
    'pp.': 'faqet',
    'p.': 'faqe',
    'art.': 'artikulli',
    'par.': 'paragrafi',
    'pg.': 'paragrafi',
    'kap.': 'kapitulli',
    'vëll.': 'vëllimi',
    'vol.': 'vëllimi',
    'fig.': 'figura',
    'tab.': 'tabela',
    'shek.': 'shekulli',
    'kl.': 'klasa',
    'ep.': 'episodi',
    'sez.': 'sezoni',
    'min.': 'minuta',
    'maks.': 'maksimumi',
    'v.': 'viti',
    'vv.': 'vitet',
    'tel.': 'telefon',
    'cel.': 'celular',
    'mob.': 'celular',
    'fax.': 'faks',
    'faks.': 'faks',
    'hyr.': 'hyrja',
    'ap.': 'apartamenti',
    'apt.': 'apartamenti',
    'pall.': 'pallati',
    'nd.': 'ndërtesa',
    'ref.': 'referenca',
    // Months and days (CLDR 48 sq, abbreviated).
    'jan.': 'janar',
    'shk.': 'shkurt',
    'shkurt.': 'shkurt',
    'pri.': 'prill',
    'qer.': 'qershor',
    'korr.': 'korrik',
    'shtat.': 'shtator',
    'tet.': 'tetor',
    'nën.': 'nëntor',
    'dhj.': 'dhjetor',
  },
  amount: {
    'mij.': 'mijë',
    'mil.': 'milionë',
    'mln.': 'milionë',
    'mio.': 'milionë',
    'mld.': 'miliardë',
    'mlrd.': 'miliardë',
    'mrd.': 'miliardë',
    'bln.': 'bilionë',
  },
  end: {
    // Et cetera and the like.
    'etj.': 'e të tjera',
    'etc.': 'e të tjera',
    'd.v.': 'dora vetë',
    'red.': 'redaksia',
    'shën.': 'shënim',
    // Eras and time of day.
    'p.e.s.': 'para erës sonë',
    'p.e.r.': 'para erës së re',
    'e.s.': 'erës sonë',
    'e.r.': 'erës së re',
    'p.k.': 'para Krishtit',
    'p.kr.': 'para Krishtit',
    'm.k.': 'mbas Krishtit',
    'mb.k.': 'mbas Krishtit',
    'B.C.': 'para Krishtit',
    'A.D.': 'pas Krishtit',
    'a.m.': 'paradite',
    'p.m.': 'pasdite',
    // Forms of business.
    'sh.p.k.': 'shoqëri me përgjegjësi të kufizuar',
    'shpk.': 'shoqëri me përgjegjësi të kufizuar',
    'sh.a.': 'shoqëri aksionare',
    'sha.': 'shoqëri aksionare',
    'inc.': 'inkorporejtid',
    'corp.': 'korporata',
    'ltd.': 'limitid',
    'co.': 'kompania',
    // After a name.
    'jr.': 'i riu',
    'sr.': 'i moshuari',
    // States and bodies that some still write with stops.
    'sh.b.a.': 'shë bë a',
    'D.C.': 'di si',
    'u.s.a.': 'ju es ej',
    'o.k.b.': 'o kë bë',
    'B.E.': 'bë e',
    // Measures.
    'mm.': 'milimetra',
    'cm.': 'centimetra',
    'dm.': 'decimetra',
    'm.': 'metra',
    'km.': 'kilometra',
    'mg.': 'miligramë',
    'g.': 'gramë',
    'gr.': 'gramë',
    'kg.': 'kilogramë',
    'kv.': 'kuintalë',
    't.': 'tonë',
    'ml.': 'mililitra',
    'cl.': 'centilitra',
    'l.': 'litra',
    'ha.': 'hektarë',
    'sek.': 'sekonda',
    's.': 'sekonda',
    'h.': 'orë',
  },
};

/** Every abbreviation, by how it is written. */
export const abbreviations: ReadonlyMap<string, Abbreviation> = new Map(
  (Object.keys(byRole) as StopRole[]).flatMap((stop) =>
    Object.entries(byRole[stop]).map(([written, said]) => [written, { written, said, stop }] as const),
  ),
);

/** In UTF-16 units: no abbreviation is longer. */
export const longestAbbreviation = Math.max(...Array.from(abbreviations.keys(), (written) => written.length));

/**
 * The abbreviation that is written so: „Znj.“ and „ZNJ.“ are „znj.“. A single capital and a pair of them count only as
 * the table has them, because „F.“ and „P.K.“ are a person's initials.
 *
 * @param written with its stops and without spaces
 */
export function findAbbreviation(written: string): Abbreviation | undefined {
  if (written.length > longestAbbreviation) return undefined;
  const found = abbreviations.get(written);
  return found ?? (initials.test(written) ? undefined : abbreviations.get(written.toLowerCase()));
}

const initials = /^\p{Lu}\.(?:\p{Lu}\.)?$/u;
