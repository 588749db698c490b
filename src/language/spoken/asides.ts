import type { Examples, Rule } from './rule.ts';

/** What the profile may leave out: footnote marks behind a word, and what stands in round brackets. */
export const asides: readonly Rule[] = [
  [/(?<=\S)\[(\d{1,3}|[a-z]|\*)\]/y, ({ profile }) => profile.notes !== 'say' && ''],
  // With one more pair inside; an unclosed one hides nothing.
  [/\((?:[^()]|\([^()]{0,200}\)){0,1000}\)/y, ({ profile }) => profile.brackets === 'skip' && ''],
];

export const examples: Examples = [['Ishte e qartë[1].', 'Ishte e qartë.']];
