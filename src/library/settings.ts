import { keepAll, type ArchiveWish } from './archive-wish.ts';
import type { Look } from './look.ts';
import type { Manner } from './manner.ts';
import type { PictureWish } from './picture-wish.ts';

/** What a key of the keyboard can do. */
export type ShortcutAction = 'toggle' | 'next' | 'previous' | 'faster' | 'slower' | 'stop' | 'keep';

/** What the listener wishes, as kept. */
export interface Settings {
  /** 1 is the voice's own speed. */
  readonly rate: number;
  /** 1 is the voice's own pitch. */
  readonly pitch: number;
  /** The interface's language; undefined: as the browser says. */
  readonly locale?: string;
  /** The chosen voice's id; undefined: the app chooses. */
  readonly voice?: string | undefined;
  /** Ids of voices that the listener heard speak Albanian. */
  readonly proven: readonly string[];
  /** Ids of voices that the listener heard speak something else. */
  readonly refused: readonly string[];
  /** Keep the screen on while a voice of the system speaks? It may fall silent when the screen locks. */
  readonly keepScreenOn: boolean;
  /** The listener's own pronunciations, in the format of `readLexicon`. */
  readonly lexicon: string;
  /** How long articles stay that came by themselves. */
  readonly archive: ArchiveWish;
  /** When pictures come; undefined: when asked for. */
  readonly pictures?: PictureWish;
  /** Absolute address of the listener's own gateway; undefined: the one beside the app, if there is one. */
  readonly gateway?: string | undefined;
  /** What differs from `defaultLook`. */
  readonly look: Partial<Look>;
  readonly manner: Manner;
  /** Does a screen reader speak too? Then nothing of ours is in its way. */
  readonly screenReader: boolean;
  /** Five large buttons and nothing else, also when the app is opened anew? */
  readonly simple: boolean;
  /** Keys that are not as usual, as `aria-keyshortcuts` writes them; empty: none. */
  readonly shortcuts: Readonly<Partial<Record<ShortcutAction, string>>>;
  /** Was the listener asked whether the browser should be asked to keep all this? */
  readonly askedToProtect?: boolean;
  /** Are the minutes that are listened to counted, for the listener alone? */
  readonly countMinutes?: boolean;
  /** Was the listener told that the app can be installed? */
  readonly offeredInstall?: boolean;
}

export const defaultSettings: Settings = {
  rate: 1,
  pitch: 1,
  proven: [],
  refused: [],
  keepScreenOn: false,
  lexicon: '',
  archive: keepAll,
  look: {},
  manner: {},
  screenReader: false,
  simple: false,
  shortcuts: {},
};
