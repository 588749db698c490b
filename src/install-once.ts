import type { Library } from './library/library.ts';
import type { ListeningSession } from './listening/listening-session.ts';
import type { Toast } from './ui/components/toast-bar.ts';
import { installToast } from './ui/install-message.ts';
import type { InstallOffer } from './ui/install-offer.ts';

/** How many articles somebody has heard to the end who may want the app at hand. */
const deserved = 2;

interface Parts {
  readonly library: Pick<Library, 'settings' | 'saveSettings' | 'held'>;
  readonly session: Pick<ListeningSession, 'isPlaying'>;
  readonly shell: { say(toast: Toast): unknown };
}

/**
 * Says once in a lifetime that the app can be installed: at the beginning of a visit, when it has been of use, and not
 * to those who hear by five buttons.
 *
 * @param install rejects while its code cannot be loaded
 */
export async function offerInstall(
  install: () => Promise<InstallOffer>,
  { library, session, shell }: Parts,
): Promise<void> {
  const { offeredInstall, simple } = library.settings;
  if (offeredInstall || simple || countHeard(library) < deserved) return;
  const offer = await install();
  if (offer.isInstalled || session.isPlaying) return;
  void library.saveSettings({ offeredInstall: true });
  shell.say(installToast(offer));
}

function countHeard({ held }: Parts['library']): number {
  return [...held.places.values()].filter(({ progress }) => progress >= 1).length;
}
