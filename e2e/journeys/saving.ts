import type { Locator, Page } from 'playwright-core';

/** «Ruaj si audio», as a listener finds it on the page of an article. */
export interface Saving {
  readonly open: Locator;
  readonly dialog: Locator;
  readonly status: Locator;
  readonly progress: Locator;
  kind(name: 'MP3' | 'WAV'): Locator;
  /** One of the dialog's own buttons, the cross in its corner apart. */
  button(name: string): Locator;
}

export function savingOf(page: Page): Saving {
  const dialog = page.getByRole('dialog', { name: 'Ruaj si audio' });
  return {
    open: page.getByRole('button', { name: 'Ruaj si audio' }),
    dialog,
    status: dialog.getByRole('status'),
    progress: dialog.getByRole('progressbar'),
    kind: (name) => dialog.getByRole('radio', { name }),
    button: (name) => dialog.getByRole('button', { name, exact: true }).last(),
  };
}

/** From now on this page's browser cannot write where the listener wishes: as in Firefox, Safari and on phones. */
export async function withoutPicker(page: Page): Promise<void> {
  await page.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }));
}

/**
 * From the next load on the listener, when asked, chooses a place: it lies in the browser's own file system, which
 * writes as the real one does.
 */
export async function withPicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    Object.assign(window, { showSaveFilePicker });
  });
}

/** The files in that place. */
export function chosenFiles(page: Page): Promise<{ name: string; size: number }[]> {
  return page.evaluate(async () => {
    const found: { name: string; size: number }[] = [];
    // TypeScript's DOM library knows no iteration of it.
    const folder = (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string, FileSystemFileHandle]>;
    for await (const [name, handle] of folder) found.push({ name, size: (await handle.getFile()).size });
    return found;
  });
}
