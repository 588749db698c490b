import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { shippedPackages } from './licences.ts';

const shipped = shippedPackages(fileURLToPath(new URL('..', import.meta.url)));
const names = shipped.map(({ name }) => name);

describe('what the app carries', () => {
  it('is what its code imports and what that needs, the service worker included', () => {
    expect(names).toEqual(expect.arrayContaining(['lit', 'lit-html', 'idb', 'workbox-precaching', 'workbox-core']));
  });

  it('is nothing of the server, the command line, the build or the tests, and no types', () => {
    expect(names.filter((name) => /hono|tsx|esbuild|^vite|linkedom|vitest|fast-check|@types/.test(name))).toEqual([]);
  });

  it('names LAME and Sonic, which two packages carry, with their licences and their source', () => {
    const lame = shipped.find(({ name }) => name === 'wasm-media-encoders');
    expect(lame?.licence).toBe('MIT AND LGPL-2.0-or-later');
    expect(lame?.text).toMatch(/The LAME Project[^]*https:\/\/github\.com\/arseneyr\/lame[^]*MIT License/);
    const sonic = shipped.find(({ name }) => name === '@echogarden/sonic-wasm');
    expect(sonic?.text).toMatch(/Bill Cox[^]*Apache License/);
  });

  it('has a licence and a version for each, and mostly the text', () => {
    expect(shipped.filter(({ licence, version }) => licence === '' || version === '')).toEqual([]);
    expect(shipped.find(({ name }) => name === 'lit')?.text).toContain('BSD 3-Clause');
  });
});
