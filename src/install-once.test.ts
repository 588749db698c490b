import { describe, expect, it, vi } from 'vitest';
import { offerInstall } from './install-once.ts';
import { Installing } from './installing.ts';
import type { Toast } from './ui/components/toast-bar.ts';

/** A browser's window, with what it says of itself. */
function windowOf({ standalone = false } = {}): Window {
  const matchMedia = () => ({ matches: standalone });
  return Object.assign(new EventTarget(), { navigator: {}, matchMedia }) as unknown as Window;
}

function promptEvent(outcome: string): Event & { readonly prompt: ReturnType<typeof vi.fn> } {
  const prompt = vi.fn(() => Promise.resolve({ outcome }));
  return Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
}

describe('the offer', () => {
  function visit({ heard, offeredInstall = false, standalone = false }: Record<string, unknown> & { heard: number }) {
    const places = new Map<string, { progress: number }>();
    for (let at = 0; at < heard; at++) places.set(String(at), { progress: 1 });
    places.set('begun', { progress: 0.5 });
    const settings = { offeredInstall };
    const library = {
      settings,
      snapshot: { places },
      saveSettings: (wish: object) => Promise.resolve(void Object.assign(settings, wish)),
    };
    const session = Object.assign(new EventTarget(), { isPlaying: false });
    const said: Toast[] = [];
    const window = windowOf({ standalone: standalone === true });
    const installing = new Installing(window);
    offerInstall(installing, { library, session, shell: { say: (toast: Toast) => said.push(toast) } } as never);
    const change = () => session.dispatchEvent(new Event('change'));
    return { said, session, settings, places, change, window };
  }

  it('comes after the second article heard, once, and never while the voice speaks', () => {
    const { said, session, settings, places, change } = visit({ heard: 1 });
    change();
    expect(said).toEqual([]);
    places.set('second', { progress: 1 });
    session.isPlaying = true;
    change();
    expect(said).toEqual([]);
    session.isPlaying = false;
    change();
    expect(said).toHaveLength(1);
    expect(settings.offeredInstall).toBe(true);
    change();
    expect(said).toHaveLength(1);
  });

  it('has the browser ask where it can, and else leads to the steps', () => {
    const { said, change, window } = visit({ heard: 2 });
    const event = promptEvent('dismissed');
    window.dispatchEvent(event);
    change();
    said[0]?.action?.run();
    expect(event.prompt).toHaveBeenCalledOnce();
  });

  it.each([
    { heard: 9, offeredInstall: true },
    { heard: 9, standalone: true },
  ])('does not come where it was made before, or the app is installed: %o', (state) => {
    const { said, change } = visit(state);
    change();
    expect(said).toEqual([]);
  });
});
