import { matchAt } from './characters.ts';
import type { Examples, Rule } from './rule.ts';

const note = /\[(?:\d{1,3}|[a-z]|\*)\]/y;

/** With one more pair inside; an unclosed one hides nothing. */
const brackets = /\((?:[^()]|\([^()]{0,200}\)){0,1000}\)/y;

/** What the profile may leave out: footnote marks behind a word, and what stands in round brackets. */
export const asides: Rule = {
  name: 'asides',
  begins: ['sign'],
  read(scene, at) {
    const sign = scene.text.charAt(at);
    if (sign === '[' && scene.profile.notes === 'skip' && at > 0 && !/\s/.test(scene.text.charAt(at - 1))) {
      const match = matchAt(note, scene.text, at);
      return match ? { end: at + match[0].length, said: '' } : undefined;
    }
    if (sign !== '(' || scene.profile.brackets === 'say') return undefined;
    const match = matchAt(brackets, scene.text, at);
    return match ? { end: at + match[0].length, said: '' } : undefined;
  },
};

export const examples: Examples = [['Ishte e qartë[1].', 'Ishte e qartë.']];
