import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { toSpoken } from './to-spoken.ts';

const espeak = (text: string): string =>
  spawnSync('espeak-ng', ['-v', 'sq', '-q', '-x', '--stdin'], { input: text, encoding: 'utf8' }).stdout;
const installed = spawnSync('espeak-ng', ['--version']).status === 0;

/** Written out by hand, so as a reader says it. */
const byHand: readonly (readonly [kind: string, written: string, spoken: string])[] = [
  ['cardinal', 'Ka 1 450 300 banorë.', 'Ka një milion e katërqind e pesëdhjetë mijë e treqind banorë.'],
  ['decimal', 'Është 0,05.', 'Është zero presje zero pesë.'],
  ['negative', 'Ishin −12 gradë.', 'Ishin minus dymbëdhjetë gradë.'],
  ['ordinal', 'Kongresi i 22-të.', 'Kongresi i njëzetedytë.'],
  ['compound', 'Ndërtesa 3-katëshe.', 'Ndërtesa trekatëshe.'],
  ['year with an ending', 'Në 2019-ën ra tërmeti.', 'Në dy mijë e nëntëmbëdhjetën ra tërmeti.'],
  ['decade', 'Vitet ’70 ikën.', 'Vitet shtatëdhjetë ikën.'],
  ['Roman numeral', 'Shekulli XVIII.', 'Shekulli i tetëmbëdhjetë.'],
  ['date', 'Më 05.04.2024 fillon.', 'Më pesë prill dy mijë e njëzet e katër fillon.'],
  ['time', 'Në orën 9:05 nis.', 'Në orën nëntë e pesë nis.'],
  ['range', 'Mosha 12–18 vjeç.', 'Mosha dymbëdhjetë deri tetëmbëdhjetë vjeç.'],
  ['result', 'Fituan 2-0.', 'Fituan dy me zero.'],
  ['money', 'Kushton €1.5 mld.', 'Kushton një presje pesë miliardë euro.'],
  ['percent', 'Ra 50%.', 'Ra pesëdhjetë për qind.'],
  ['fraction', 'Votuan ¾ e tyre.', 'Votuan tre të katërtat e tyre.'],
  ['unit', 'Ecën me 90 km/h.', 'Ecën me nëntëdhjetë kilometra në orë.'],
  ['abbreviation', 'Erdhi z. Rama, p.sh. dje.', 'Erdhi zoti Rama, për shembull dje.'],
  ['acronym, spelled', 'Foli për BE-së.', 'Foli për bë-e-së.'],
  ['acronym with a digraph', 'Sipas RTSH.', 'Sipas rë-të-shë.'],
  ['acronym, a word', 'Kreu i NATO-s.', 'Kreu i natos.'],
  ['model', 'Rrjeti 5G.', 'Rrjeti pesë gë.'],
  ['e-mail', 'Te info@degjo.al.', 'Te info et degjo pikë al.'],
  ['sign', 'Blloku & Sheshi.', 'Blloku dhe Sheshi.'],
];

// Without espeak-ng on the machine there is nothing to compare: the runner lists these as skipped.
describe.skipIf(!installed)(
  'espeak-ng says the same as of the text written by hand (skipped where it is not installed)',
  () => {
    it.each(byHand)('%s: „%s“', (_kind, written, spoken) => {
      expect(espeak(toSpoken(written).text)).toBe(espeak(spoken));
    });

    it('keeps in digits only what it says with the same sounds', () => {
      const sounds = (text: string): string => espeak(text).replace(/[^A-Za-z@;]/g, '');
      for (let value = 42; value < 50; value += 1) {
        const digits = toSpoken(`${value}`, { engine: 'espeak' }).text;
        expect(digits).toBe(`${value}`);
        expect(sounds(digits)).toBe(sounds(toSpoken(digits).text));
      }
    });
  },
);
