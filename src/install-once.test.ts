import { describe, expect, it, vi } from 'vitest';
import { offerInstall } from './install-once.ts';
import type { Toast } from './ui/components/toast-bar.ts';
import { addresses } from './ui/router.ts';

interface Visit {
  readonly heard: number;
  readonly offeredInstall?: boolean;
  readonly simple?: boolean;
  readonly isInstalled?: boolean;
  readonly isPlaying?: boolean;
  readonly canAsk?: boolean;
}

async function visit({ heard, offeredInstall, simple, isInstalled = false, isPlaying = false, canAsk = true }: Visit) {
  const places = new Map<string, { progress: number }>([['begun', { progress: 0.5 }]]);
  for (let at = 0; at < heard; at++) places.set(String(at), { progress: 1 });
  const settings = { offeredInstall, simple };
  const saveSettings = (wish: object) => Promise.resolve(void Object.assign(settings, wish));
  const said: Toast[] = [];
  const offer = { isInstalled, canAsk, ask: vi.fn(() => Promise.resolve(true)) };
  const parts = {
    library: { settings, held: { places }, saveSettings },
    session: { isPlaying },
    shell: { say: (toast: Toast) => said.push(toast) },
  };
  await offerInstall(() => Promise.resolve(offer as never), parts as never);
  return { said, settings, offer };
}

describe('the offer to install', () => {
  it('comes to who has heard two articles, and is remembered', async () => {
    const { said, settings } = await visit({ heard: 2 });
    expect(said).toHaveLength(1);
    expect(settings.offeredInstall).toBe(true);
  });

  it.each<Visit>([
    { heard: 1 },
    { heard: 9, offeredInstall: true },
    { heard: 9, simple: true },
    { heard: 9, isInstalled: true },
    { heard: 9, isPlaying: true },
  ])('does not come to %o', async (state) => {
    expect((await visit(state)).said).toEqual([]);
  });

  it('has the browser ask where it can, and else leads to the steps', async () => {
    const able = await visit({ heard: 2 });
    able.said[0]?.action?.run();
    expect(able.offer.ask).toHaveBeenCalledOnce();
    const unable = await visit({ heard: 2, canAsk: false });
    vi.stubGlobal('location', { hash: '' });
    unable.said[0]?.action?.run();
    expect(unable.offer.ask).not.toHaveBeenCalled();
    expect(location.hash).toBe(addresses.install);
    vi.unstubAllGlobals();
  });
});
