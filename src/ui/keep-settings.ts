import { msg } from '@lit/localize';
import type { Keeping, Library } from '../library/library.ts';
import type { Settings } from '../library/settings.ts';
import type { Toast } from './components/toast-bar.ts';

/** Keeps what the listener wishes; where the device cannot keep it, says so: it counts for this visit. */
export function keepSettings(page: EventTarget, library: Library, wish: Partial<Settings>): Promise<void> {
  return tellKeeping(page, library.saveSettings(wish));
}

/** Says it where the device could not keep a wish. */
export async function tellKeeping(page: EventTarget, keeping: Promise<Keeping>): Promise<void> {
  if ((await keeping) === 'kept') return;
  const detail: Toast = { text: msg('Kjo vlen tani, por nuk u ruajt për herën tjetër: pajisja nuk e lejoi.') };
  page.dispatchEvent(new CustomEvent('toast', { detail, bubbles: true, composed: true }));
}
