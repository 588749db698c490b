import { msg } from '@lit/localize';
import type { LeftOut, Manner } from '../library/manner.ts';

export type ReadToo = NonNullable<Manner['readToo']>[number];

/** How long a pause may be, in the present language; undefined is the usual one. */
export function pauseChoices(): readonly (readonly [value: Manner['pause'] | undefined, label: string])[] {
  return [
    [undefined, msg('Si zakonisht')],
    [0.5, msg('Gjysmë sekonde më e gjatë')],
    [1, msg('Një sekondë më e gjatë')],
    [2, msg('Dy sekonda më e gjatë')],
    ['wait', msg('Prit derisa të shtyp «Vazhdo»')],
  ];
}

/** Where a pause may be longer. */
export function placeChoices(): readonly (readonly [value: Manner['pauseAfter'] | undefined, label: string])[] {
  return [
    [undefined, msg('Pas çdo fjalie')],
    ['paragraph', msg('Vetëm pas çdo paragrafi')],
  ];
}

/** What may be read, in the order of an article. */
export function parts(): readonly (readonly [part: LeftOut | ReadToo, label: string])[] {
  return [
    ['headline', msg('Titulli')],
    ['byline', msg('Kush e ka shkruar')],
    ['captions', msg('Përshkrimet e fotove')],
    ['quotes', msg('Citatet e veçuara')],
    ['tables', msg('Tabelat')],
    ['links', msg('Adresat e faqeve, si «gazeta.al»')],
    ['brackets', msg('Ajo që është në kllapa')],
    ['notes', msg('Numrat e shënimeve, si «[1]»')],
  ];
}

/** Is this part read? */
export function isRead({ leaveOut = [], readToo = [] }: Manner, part: LeftOut | ReadToo): boolean {
  return isExtra(part) ? readToo.includes(part) : !leaveOut.includes(part);
}

/** @returns the manner in which this part is read or not; what is as usual is not in it */
export function withPart(manner: Manner, part: LeftOut | ReadToo, read: boolean): Manner {
  if (isExtra(part)) return withList(manner, 'readToo', part, read);
  return withList(manner, 'leaveOut', part, !read);
}

/** @returns the manner with another value; undefined is the usual one */
export function withValue<Name extends 'pause' | 'pauseAfter'>(
  manner: Manner,
  name: Name,
  value: Manner[Name] | undefined,
): Manner {
  const others = Object.fromEntries(Object.entries(manner).filter(([key]) => key !== name)) as Manner;
  return value === undefined ? others : { ...others, [name]: value };
}

function isExtra(part: LeftOut | ReadToo): part is ReadToo {
  return part === 'byline' || part === 'notes';
}

function withList(manner: Manner, name: 'leaveOut' | 'readToo', part: string, isListed: boolean): Manner {
  const { [name]: before = [], ...rest } = manner;
  const others = before.filter((other) => other !== part);
  const now = isListed ? [...others, part] : others;
  return now.length === 0 ? rest : { ...rest, [name]: now };
}
