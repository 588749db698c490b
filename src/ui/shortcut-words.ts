import { msg } from '@lit/localize';
import type { Settings, ShortcutAction } from '../library/settings.ts';
import { usualKeys } from './shortcut-keys.ts';

/** What each key does, in the present language and in the order of the page. */
export function actionWords(): readonly (readonly [action: ShortcutAction, words: string])[] {
  return [
    ['toggle', msg('Dëgjo ose pauzë')],
    ['next', msg('Fjalia tjetër')],
    ['previous', msg('Fjalia e mëparshme')],
    ['faster', msg('Më shpejt')],
    ['slower', msg('Më ngadalë')],
    ['stop', msg('Ndal dhe mbyll')],
    ['keep', msg('Ruaj fjalinë që u dëgjua')],
  ];
}

/** How a key is called by those who look for it. */
export function keyWords(key: string): string {
  const names: Readonly<Record<string, string>> = {
    Space: msg('Hapësira'),
    ArrowRight: msg('Shigjeta djathtas'),
    ArrowLeft: msg('Shigjeta majtas'),
    ArrowUp: msg('Shigjeta lart'),
    ArrowDown: msg('Shigjeta poshtë'),
    Escape: 'Esc',
    Control: 'Ctrl',
  };
  // A plus sign is a key, too.
  return key
    .split(/(?<=.)\+(?=.)/)
    .map((part) => names[part] ?? part)
    .join(' + ');
}

/**
 * Keys that are not for us:
 * - `reserved`: the browser or the page needs it
 * - another action: that one has it already
 */
export function objection(
  key: string,
  action: ShortcutAction,
  shortcuts: Settings['shortcuts'],
): 'reserved' | ShortcutAction | undefined {
  if (/^(?:Shift\+)?(?:Tab|Enter)$|^Control\+(?:Shift\+)?[A-Z0-9]$|^(?:Alt\+)?F\d+$|^Alt\+(?:F4|Tab)$/.test(key)) {
    return 'reserved';
  }
  const keys = Object.entries({ ...usualKeys, ...shortcuts }) as [ShortcutAction, string][];
  return keys.find(([other, own]) => own === key && other !== action)?.[0];
}

/** @param key empty: none. @returns what is then not as usual */
export function withKey(shortcuts: Settings['shortcuts'], action: ShortcutAction, key: string): Settings['shortcuts'] {
  const others = Object.fromEntries(Object.entries(shortcuts).filter(([other]) => other !== action));
  return key === usualKeys[action] ? others : { ...others, [action]: key };
}
