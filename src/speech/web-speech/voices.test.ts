import { describe, expect, it, test } from 'vitest';
import { fakeVoice } from './fake-speech-synthesis.ts';
import { albanianVoices, isAlbanian } from './voices.ts';

const namesOf = (...voices: SpeechSynthesisVoice[]): string[] => albanianVoices(voices).map(({ voice }) => voice.name);

describe('an Albanian tag is recognised', () => {
  test.each([
    'sq',
    'SQ',
    'sq-AL',
    'sq_AL',
    'sq-XK',
    'sqi',
    'sqi-ALB',
    'sqi-ALB-f000',
    'sqi_ALB_#Latn',
    'alb',
    'ALB-ALB',
  ])('%s', (tag) => expect(isAlbanian(tag)).toBe(true));
  test.each(['', 'en', 'sr-XK', 'sqa', 'albanian', 'en-AL', 'x-sq', 'al', 'sqiX'])('and "%s" is not one', (tag) =>
    expect(isAlbanian(tag)).toBe(false),
  );
});

describe('the list', () => {
  it('holds the Albanian voices and no other', () => {
    expect(namesOf(fakeVoice('Anna', 'de-DE'), fakeVoice('Ilir', 'sq-AL'), fakeVoice('Vesna', 'sr'))).toEqual(['Ilir']);
  });

  it('shows one voice for all its disguises, the plain one, wherever it stands', () => {
    const plainOne = fakeVoice('Albanian espeak-ng', 'sq');
    const disguises = [
      fakeVoice('Albanian+Adam espeak-ng', 'sq'),
      fakeVoice('Albanian+female_whisper espeak-ng', 'sq'),
    ];
    expect(namesOf(plainOne, ...disguises)).toEqual(['Albanian espeak-ng']);
    expect(namesOf(...disguises, plainOne)).toEqual(['Albanian espeak-ng']);
    expect(namesOf(fakeVoice('Albanian+Adam', 'sq'), fakeVoice('Albanian', 'sq'))).toEqual(['Albanian']);
  });

  it('keeps one disguise where the plain voice is missing', () => {
    expect(namesOf(fakeVoice('Albanian+Adam', 'sq'), fakeVoice('Albanian+Zac', 'sq'))).toEqual(['Albanian+Adam']);
  });

  it('puts natural voices first, then Google, other voices of the system, and eSpeak last', () => {
    expect(
      namesOf(
        fakeVoice('Albanian espeak-ng', 'sq'),
        fakeVoice('Albanian', 'sq-AL', { voiceURI: 'urn:moz-tts:speechd:Albanian' }),
        fakeVoice('Albanian Albania', 'sq_AL'),
        fakeVoice('Google shqip', 'sq-AL'),
        fakeVoice('Microsoft Anila Online (Natural) - Albanian (Albania)', 'sq-AL'),
      ),
    ).toEqual([
      'Microsoft Anila Online (Natural) - Albanian (Albania)',
      'Google shqip',
      'Albanian Albania',
      'Albanian espeak-ng',
      'Albanian',
    ]);
  });

  it("does not care which voice is the platform's default", () => {
    expect(namesOf(fakeVoice('Ilir', 'sq'), fakeVoice('Anila', 'sq', { default: true }))).toEqual(['Ilir', 'Anila']);
  });

  it('hands the language back as the platform writes it, with what is needed to find the voice again', () => {
    const native = fakeVoice('Albanian Albania', 'sqi-ALB-f000', { voiceURI: 'urn:1', localService: false });
    expect(albanianVoices([native])).toEqual([
      {
        voice: { id: 'urn:1', name: 'Albanian Albania', language: 'sqi-ALB-f000', offline: false, engine: 'system' },
        native,
      },
    ]);
    expect(albanianVoices([fakeVoice('Ilir', 'sq', { voiceURI: '' })])[0]?.voice.id).toBe('Ilir sq');
  });

  it('reads the language of thousands of voices once each', () => {
    let reads = 0;
    const listed = Array.from({ length: 13_362 }, (_, at) => {
      const lang = at % 131 === 0 ? 'sq' : 'en';
      return Object.defineProperty(fakeVoice(`Albanian+v${at}`, lang), 'lang', { get: () => ((reads += 1), lang) });
    });
    expect(albanianVoices(listed)).toHaveLength(1);
    // Once for each voice, a few more for the hundred Albanian ones.
    expect(reads).toBeLessThan(13_362 + 3 * 110);
  });
});
