import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { rates, type ListeningSession } from '../../listening/listening-session.ts';

/** Keys that belong to the element under the focus before they belong to the player. */
const typing = 'input, textarea, select, [contenteditable], dialog *';
const pressing = 'a, button, summary';

/**
 * The player's keys: Space plays and pauses, left and right go a sentence back and on, up and down change the speed
 * while something is being heard (else they scroll), Escape stops.
 */
export class Shortcuts implements ReactiveController {
  private readonly session: () => ListeningSession;

  constructor(host: ReactiveControllerHost, session: () => ListeningSession) {
    this.session = session;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.press);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.press);
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const target = event.composedPath()[0];
    const focused = target instanceof Element ? target : document.body;
    if (focused.closest(typing)) return;
    if (event.key === ' ' && focused.closest(pressing)) return;
    if (this.obey(event.key)) event.preventDefault();
  };

  private obey(key: string): boolean {
    const session = this.session();
    const { playback, script, rate } = session.snapshot;
    if (!script) return false;
    const active = playback !== 'idle';
    switch (key) {
      case ' ':
        session.toggle();
        return true;
      case 'ArrowRight':
        session.next();
        return true;
      case 'ArrowLeft':
        session.previous();
        return true;
      case 'ArrowUp':
        if (active) session.setRate(rate + rates.step);
        return active;
      case 'ArrowDown':
        if (active) session.setRate(rate - rates.step);
        return active;
      case 'Escape':
        if (active) session.stop();
        return active;
      default:
        return false;
    }
  }
}
