import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Settings, ShortcutAction } from '../../library/settings.ts';
import { rates, type ListeningSession } from '../../listening/listening-session.ts';
import { actionOf, keyOf } from '../shortcut-keys.ts';

/** Who has a use for every key, for keys that are nothing with Control or Alt, and for Space and Enter. */
const typing = 'textarea, select, [contenteditable], input:not([type=range], [type=radio], [type=checkbox])';
const choosing = 'input';
const pressing = 'a, button, summary';

/** Does the key belong to what is under the focus before it belongs to us? */
function isTaken(key: string, focused: Element): boolean {
  if (focused.closest('dialog *')) return true;
  if (key === 'Escape') return false;
  const isPlain = !/Control|Alt/.test(key);
  const isPress = key === 'Space' || key === 'Enter';
  return !!focused.closest(isPlain ? `${typing}, ${choosing}${isPress ? `, ${pressing}` : ''}` : typing);
}

type KeySettings = Pick<Settings, 'shortcuts' | 'screenReader'>;

/**
 * Keys for those who wish them. Beside a screen reader, whose keys the plain ones are, only the one that silences and
 * those with Control or Alt.
 *
 * @param act does it; false where there is nothing to do, and the key is the browser's
 * @param options.first is this one asked before all others?
 * @returns ends it
 */
export function listenForKeys(
  settings: () => KeySettings,
  act: (action: ShortcutAction) => boolean,
  { first = false } = {},
): () => void {
  const press = (event: KeyboardEvent): void => {
    const key = keyOf(event);
    const action = actionOf(key, settings());
    if (!action || event.defaultPrevented) return;
    if (settings().screenReader && action !== 'stop' && !/Control|Alt/.test(key)) return;
    const target = event.composedPath()[0];
    if (isTaken(key, target instanceof Element ? target : document.body)) return;
    if (act(action)) event.preventDefault();
  };
  addEventListener('keydown', press, first);
  return () => removeEventListener('keydown', press, first);
}

/** The same for as long as an element is in the page. */
export class Shortcuts implements ReactiveController {
  private readonly begin: () => () => void;
  private end: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, ...how: Parameters<typeof listenForKeys>) {
    this.begin = () => listenForKeys(...how);
    host.addController(this);
  }

  hostConnected(): void {
    this.end = this.begin();
  }

  hostDisconnected(): void {
    this.end?.();
  }
}

/** What a key does to what is heard; the speed only changes while something is, since the arrows scroll else. */
export function steer(session: ListeningSession, action: ShortcutAction): boolean {
  const { playback, script, rate } = session.snapshot;
  if (!script) return false;
  const isActive = playback !== 'idle';
  switch (action) {
    case 'toggle':
      session.toggle();
      return true;
    case 'next':
      session.next();
      return true;
    case 'previous':
      session.previous();
      return true;
    case 'faster':
      if (isActive) session.setRate(rate + rates.step);
      return isActive;
    case 'slower':
      if (isActive) session.setRate(rate - rates.step);
      return isActive;
    case 'stop':
      if (isActive) session.stop();
      return isActive;
    case 'keep':
      return false;
  }
}
