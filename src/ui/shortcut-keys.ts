import type { Settings, ShortcutAction } from '../library/settings.ts';

/** As `aria-keyshortcuts` writes them. */
export const usualKeys: Readonly<Record<ShortcutAction, string>> = {
  toggle: 'Space',
  next: 'ArrowRight',
  previous: 'ArrowLeft',
  faster: 'ArrowUp',
  slower: 'ArrowDown',
  stop: 'Escape',
  keep: 'Control+Enter',
};

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The key that is pressed, with what is held down; ⌘ counts as Control. */
export function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Stroke): string {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  const held = [(ctrlKey || metaKey) && 'Control', altKey && 'Alt', shiftKey && 'Shift'];
  return [...held, name].filter(Boolean).join('+');
}

/** What a key does, if anything. */
export function actionOf(key: string, { shortcuts }: Pick<Settings, 'shortcuts'>): ShortcutAction | undefined {
  const keys = Object.entries({ ...usualKeys, ...shortcuts }) as [ShortcutAction, string][];
  return keys.find(([, own]) => own === key)?.[0];
}
