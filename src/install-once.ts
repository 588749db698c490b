import type { Library } from './library/library.ts';
import type { ListeningSession } from './listening/listening-session.ts';
import type { Toast } from './ui/components/toast-bar.ts';
import { installToast } from './ui/install-message.ts';
import type { InstallOffer } from './ui/install-offer.ts';

/** How many articles somebody has heard to the end who may want the app at hand. */
const deserved = 2;

interface Parts {
  readonly library: Pick<Library, 'settings' | 'saveSettings' | 'snapshot'>;
  readonly session: Pick<ListeningSession, 'isPlaying' | 'addEventListener' | 'removeEventListener'>;
  readonly shell: { say(toast: Toast): unknown };
}

/** Says once in a lifetime that the app can be installed, when it has been of use, and never while it is speaking. */
export function offerInstall(offer: InstallOffer, { library, session, shell }: Parts): void {
  if (offer.isInstalled || library.settings.offeredInstall) return;
  const heed = (): void => {
    if (session.isPlaying || library.settings.simple || countHeard(library) < deserved) return;
    session.removeEventListener('change', heed);
    if (offer.isInstalled || library.settings.offeredInstall) return;
    void library.saveSettings({ offeredInstall: true });
    shell.say(installToast(offer));
  };
  session.addEventListener('change', heed);
}

function countHeard({ snapshot }: Parts['library']): number {
  return [...snapshot.places.values()].filter(({ progress }) => progress >= 1).length;
}
