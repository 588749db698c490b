export interface Lexicon { readonly size: number }
