import { matchAt } from '../characters.ts';
import type { Examples, Rule } from './rule.ts';

const note = /(?<=\S)\[(?:\d{1,3}|[a-z]|\*)\]/y;
/** With one more pair inside; an unclosed one hides nothing. */
const brackets = /\((?:[^()]|\([^()]{0,200}\)){0,1000}\)/y;

/** What the profile may leave out: footnote marks behind a word, and what stands in round brackets. */
export const asides: Rule = ({ text, profile }, at) => {
  const match =
    (profile.notes === 'skip' && matchAt(note, text, at)) ||
    (profile.brackets === 'skip' && matchAt(brackets, text, at));
  return match ? [match[0], ''] : undefined;
};

export const examples: Examples = [['Ishte e qartë[1].', 'Ishte e qartë.']];
