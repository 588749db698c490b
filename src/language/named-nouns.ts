/** The beginnings of nouns that a letter or a Roman numeral follows as a name of its own, for expressions. */
const named = 'sheku|kapitu|vëllim|faz[aëe]|klas|lig[aë]|kat|kategori|shkall|divizion|aneks|shtojc|nivel';
/** Only a letter: „notën A“, „Grupi D“. */
export const onlyLettered =
  'not[aë]|grup|vitamin|hepatit|paralel|seri|plan|variant|version|pik[aëe]|bllok|lagj|zon|sall|port[aëe]|shkronj|g[eë]rm|tip|' +
  'lloj|grip|hyrj|godin|terminal|linj|ekip|skuadr|formular|tabel|figur|profil|opsion|pist|model|projekt|platform|shtyll|klub';
export const lettered = `${named}|${onlyLettered}`;
/** A numeral: „Kreu IV“, „Lufta II“. */
export const numbered =
  `${named}|kre[ur]|libri|tom|pjes|nen|luft|mbret|perandor|pap[aë]?|dinasti|edicion|kongres|akt|sken|brigad|korpus|` +
  'titull|seksion|kuart|tremujor|republik|raund|val[ëa]|grad|botërore|patriark|sulltan|car|gjysm|mandat|legjislatur|' +
  'olimpiad|festival|asamble|zog';
