import { expect, it } from 'vitest';
import { fileNameOf } from './file-name.ts';

it.each([
  ['Bora mbylli rrugët e veriut', 'Bora-mbylli-rruget-e-veriut.mp3'],
  ['„Çmimi“ i bukës: +3,5%?', 'Cmimi-i-bukes-3-5.mp3'],
  ["S’ka rrugë / S'ka ujë", 'Ska-rruge-Ska-uje.mp3'],
  ['../../etc/passwd', 'etc-passwd.mp3'],
  ['Новости', 'degjo.mp3'],
  ['', 'degjo.mp3'],
  ['Con', 'degjo-Con.mp3'],
  ['Fjalë '.repeat(30), 'Fjale-Fjale-Fjale-Fjale-Fjale-Fjale-Fjale-Fjale-Fjale-Fjale.mp3'],
  ['x'.repeat(200), `${'x'.repeat(60)}.mp3`],
])('%s is saved as %s', (title, name) => {
  expect(fileNameOf(title, 'mp3')).toBe(name);
});
