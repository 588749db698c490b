import { describe, expect, it } from 'vitest';
import type { Voice } from './engine.ts';
import { chosenVoice, defaultVoice, listVoices } from './voices.ts';

const system = (id: string, offline = true): Voice => ({ id, name: id, language: 'sq', offline, engine: 'system' });
const natural = system('anila', false);
const plain = system('shqip');
const espeak = system('espeak-ng');
const own: Voice = { id: 'espeak:standard', name: 'Dëgjo', language: 'sq', offline: true, engine: 'espeak' };
const woman: Voice = { ...own, id: 'espeak:f2' };

describe('the list', () => {
  it("has the system's voices first, as they are ranked, and then the app's own", () => {
    const listed = listVoices([natural, plain], [own, woman], () => false);
    expect(listed.map(({ voice }) => voice.id)).toEqual(['anila', 'shqip', 'espeak:standard', 'espeak:f2']);
  });

  it('promises the locked screen only of the embedded voice, and words only where they proved right', () => {
    expect(listVoices([natural, plain], [own], ({ id }) => id === 'shqip')).toEqual([
      { voice: natural, offline: false, screenOff: false, words: false },
      { voice: plain, offline: true, screenOff: false, words: true },
      { voice: own, offline: true, screenOff: true, words: true },
    ]);
  });
});

describe('for somebody who chose none', () => {
  const all = [natural, plain, espeak, own, woman];
  it.each([
    ['the embedded voice, while none of the system is proven', all, [], own],
    ['the best that is proven and needs no network', all, ['espeak-ng', 'shqip', 'anila'], plain],
    ['not a proven voice that needs the network', all, ['anila'], own],
    ['not a proven voice that is gone', [natural, own], ['shqip'], own],
    ['the best of the system where nothing else is', [natural, plain], [], natural],
    ['a proven one before it', [natural, plain], ['shqip'], plain],
    ['nobody where nobody is', [], ['shqip'], undefined],
  ])('%s', (_name, voices, proven, expected) => expect(defaultVoice(voices, proven)).toBe(expected));
});

describe('the voice that speaks', () => {
  const all = [natural, plain, own];
  const wish = { proven: [], refused: [] };

  it('is the wished one while it is there', () => {
    expect(chosenVoice(all, { ...wish, voice: 'anila' })).toBe(natural);
    expect(chosenVoice([plain, own], { ...wish, voice: 'anila' })).toBe(own);
  });

  it('is never one that was refused', () => {
    expect(chosenVoice(all, { voice: 'anila', proven: ['shqip'], refused: ['anila', 'shqip'] })).toBe(own);
    expect(chosenVoice([plain], { ...wish, refused: ['shqip'] })).toBeUndefined();
  });
});
