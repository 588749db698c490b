import { msg } from '@lit/localize';
import type { Toast } from './components/toast-bar.ts';
import type { InstallOffer } from './install-offer.ts';
import { addresses } from './router.ts';

/** That the app can be installed: by the browser itself, or as the page about it shows. */
export function installToast(offer: InstallOffer): Toast {
  const text = msg('Dëgjo mund të rrijë në ekran si aplikacionet e tjera, dhe të hapet me një prekje.');
  const showHow = (): void => {
    location.hash = addresses.install;
  };
  return offer.canAsk
    ? { text, action: { label: msg('Instalo'), run: () => void offer.ask() } }
    : { text, action: { label: msg('Si bëhet?'), run: showHow } };
}
