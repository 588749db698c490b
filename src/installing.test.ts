import { describe, expect, it, vi } from 'vitest';
import { Installing } from './installing.ts';

/** A browser's window, with what it says of itself. */
function windowOf({ standalone = false } = {}): Window {
  const matchMedia = () => ({ matches: standalone });
  return Object.assign(new EventTarget(), { navigator: {}, matchMedia }) as unknown as Window;
}

function promptEvent(outcome: string): Event & { readonly prompt: ReturnType<typeof vi.fn> } {
  const prompt = vi.fn(() => Promise.resolve({ outcome }));
  return Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
}

describe('what the browser says about installing', () => {
  it('is kept until the listener wishes it, and is asked once', async () => {
    const window = windowOf();
    const installing = new Installing(window);
    expect(installing.canAsk).toBe(false);
    expect(await installing.ask()).toBe(false);
    const event = promptEvent('accepted');
    window.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(event.prompt).not.toHaveBeenCalled();
    expect(installing.canAsk).toBe(true);
    expect(await installing.ask()).toBe(true);
    expect(installing.canAsk).toBe(false);
  });

  it('is known where it was said early', async () => {
    const installing = new Installing(windowOf(), promptEvent('dismissed'));
    expect(installing.canAsk).toBe(true);
    expect(await installing.ask()).toBe(false);
  });

  it('an installed app knows that it is one', () => {
    expect(new Installing(windowOf({ standalone: true })).isInstalled).toBe(true);
    const window = windowOf();
    const installing = new Installing(window);
    const changed = vi.fn();
    installing.addEventListener('change', changed);
    window.dispatchEvent(new Event('appinstalled'));
    expect(installing.isInstalled).toBe(true);
    expect(changed).toHaveBeenCalledOnce();
  });
});
