import { msg } from '@lit/localize';
import type { Library } from '../library/library.ts';
import type { Settings } from '../library/settings.ts';
import type { Toast } from './components/toast-bar.ts';

/** Keeps what the listener wishes; where the device cannot keep it, says so: it counts for this visit. */
export async function keepSettings(page: EventTarget, library: Library, wish: Partial<Settings>): Promise<void> {
  if ((await library.saveSettings(wish)) === 'kept') return;
  const detail: Toast = { text: msg('Kjo vlen tani, por nuk u ruajt për herën tjetër: pajisja nuk e lejoi.') };
  page.dispatchEvent(new CustomEvent('toast', { detail, bubbles: true, composed: true }));
}
