import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifest } from './manifest.ts';

const { icons = [], screenshots = [] } = manifest('/');

/** Width and height as the header of a PNG says them. */
function sizeOf(file: string): string {
  const header = readFileSync(new URL(`../public/${file}`, import.meta.url)).subarray(0, 24);
  expect(header.toString('latin1', 1, 4)).toBe('PNG');
  return `${header.readUInt32BE(16)}x${header.readUInt32BE(20)}`;
}

it.each(['/', '/degjo/'])('an app at %s is that app, and no page outside it', (base) => {
  expect(manifest(base)).toMatchObject({ id: base, start_url: base, scope: base, lang: 'sq', display: 'standalone' });
});

it('opens the files that «Shto artikull» takes, with itself', () => {
  const [handler] = manifest('/degjo/').file_handlers ?? [];
  expect(handler?.action).toBe('/degjo/');
  expect(Object.values(handler?.accept ?? {}).flat()).toEqual(
    expect.arrayContaining(['.txt', '.md', '.html', '.docx', '.epub', '.pdf']),
  );
});

it('takes what other apps share: a text, an address, and the same files', () => {
  const { share_target: target, file_handlers: [handler] = [] } = manifest('/degjo/');
  expect(target).toMatchObject({ action: '/degjo/share', method: 'POST', enctype: 'multipart/form-data' });
  const { files, ...fields } = target?.params as { files: { name: string; accept: string[] }[] };
  expect(fields).toEqual({ title: 'title', text: 'text', url: 'url' });
  expect(files).toEqual([
    { name: 'files', accept: expect.arrayContaining(Object.keys(handler?.accept ?? {})) as string[] },
  ]);
});

it('has a name that fits under an icon', () => {
  expect(manifest('/').short_name?.length).toBeLessThanOrEqual(12);
});

it('has the icons that phones ask for', () => {
  const kinds = icons.map(({ sizes, purpose = 'any' }) => `${sizes ?? ''} ${[purpose].flat().join(' ')}`);
  expect(kinds).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']));
});

describe('pictures are there, and as large as it says', () => {
  const pictures = [...icons, ...screenshots].filter(({ type }) => type === 'image/png');

  it.each(pictures.map(({ src, sizes }) => [src, sizes]))('%s', (src, sizes) => {
    expect(sizeOf(src)).toBe(sizes);
  });

  it('for narrow and for wide screens', () => {
    expect(new Set(screenshots.map(({ form_factor: form }) => form))).toEqual(new Set(['narrow', 'wide']));
    expect(screenshots.every(({ label }) => label)).toBe(true);
  });
});
