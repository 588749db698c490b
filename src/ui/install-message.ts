import { msg } from '@lit/localize';
import type { Toast } from './components/toast-bar.ts';
import type { InstallOffer } from './install-offer.ts';
import { addresses } from './router.ts';

/** That the app can be installed: by the browser itself, where it does that by then, or as the page about it shows. */
export function installToast(offer: InstallOffer): Toast {
  const install = (): void => {
    if (offer.canAsk) void offer.ask();
    else location.hash = addresses.install;
  };
  return {
    text: msg('Dëgjo mund të rrijë në ekran si aplikacionet e tjera, dhe të hapet me një prekje.'),
    action: { label: msg('Instalo'), run: install },
  };
}
