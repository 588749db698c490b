import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { variants } from '../variants.ts';
import { makePack } from './pack.ts';

it('holds Albanian and the variants only, and the loader knows where each file stands', () => {
  const { loader, data } = makePack();
  const files = Array.from(
    loader.matchAll(/"filename":"([^"]*)","start":(\d+),"end":(\d+)/g),
    ([, name, start, end]) => ({
      name: name?.replace('/usr/share/espeak-ng-data/', ''),
      start: Number(start),
      end: Number(end),
    }),
  );
  expect(files.map(({ name }) => name).toSorted()).toEqual(
    [
      'intonations',
      'lang/ine/sq',
      'phondata',
      'phonindex',
      'phontab',
      'sq_dict',
      ...variants.flatMap(({ file }) => (file === undefined ? [] : [`voices/!v/${file}`])),
    ].toSorted(),
  );
  expect(files.reduce((at, { start, end }) => (start === at ? end : NaN), 0)).toBe(data.length);
  const albanian = files.find(({ name }) => name === 'lang/ine/sq');
  expect(new TextDecoder().decode(data.subarray(albanian?.start, albanian?.end))).toContain('language sq');
  expect(loader).toContain(`"remote_package_size":${data.length}`);
  expect(brotliCompressSync(data).length).toBeLessThan(310_000);
});
