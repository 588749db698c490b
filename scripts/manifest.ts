import type { ManifestOptions } from 'vite-plugin-pwa';

/** What the installed app opens from the system's own file manager and from other apps, by media type; each is one of `fileKind`'s. */
const fileTypes = {
  'text/plain': ['.txt'],
  'text/markdown': ['.md', '.markdown'],
  'text/html': ['.html', '.htm'],
  'application/xhtml+xml': ['.xhtml'],
  'application/epub+zip': ['.epub'],
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
};

/**
 * What an installed Dëgjo is.
 *
 * @param base the path that the app lives under
 */
export function manifest(base: string): Partial<ManifestOptions> {
  return {
    id: base,
    start_url: base,
    scope: base,
    lang: 'sq',
    dir: 'ltr',
    name: 'Dëgjo: lajmet shqip me zë',
    short_name: 'Dëgjo',
    description: 'Dëgjo lexon lajmet shqip me zë, me fjalinë e ndriçuar në faqe, edhe pa internet.',
    display: 'standalone',
    orientation: 'any',
    theme_color: '#fbf8f2',
    background_color: '#fbf8f2',
    categories: ['news', 'accessibility', 'books'],
    file_handlers: [{ action: base, accept: fileTypes }],
    share_target: {
      action: `${base}share`,
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        title: 'title',
        text: 'text',
        url: 'url',
        files: [{ name: 'files', accept: Object.entries(fileTypes).flatMap(([type, names]) => [type, ...names]) }],
      },
    },
    icons: [
      { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
    screenshots: [
      {
        src: 'screenshots/home-phone.png',
        sizes: '720x1480',
        type: 'image/png',
        form_factor: 'narrow',
        label: 'Lista e lajmeve',
      },
      {
        src: 'screenshots/reader-phone.png',
        sizes: '720x1480',
        type: 'image/png',
        form_factor: 'narrow',
        label: 'Artikulli me fjalinë e ndriçuar',
      },
      {
        src: 'screenshots/reader-phone-dark.png',
        sizes: '720x1480',
        type: 'image/png',
        form_factor: 'narrow',
        label: 'Artikulli në errësirë',
      },
      {
        src: 'screenshots/reader-desktop.png',
        sizes: '1280x800',
        type: 'image/png',
        form_factor: 'wide',
        label: 'Lista dhe artikulli',
      },
    ],
  };
}
