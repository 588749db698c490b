import { loadSynthesiser } from '../../src/speech/espeak/node/load-synthesiser.ts';
import { pauses } from '../../src/speech/espeak/pauses.ts';
import { sampleRate, type Clip } from '../../src/speech/espeak/synthesiser.ts';
import { spread } from '../statistics.ts';
import { clockBehindSound } from './clock.ts';
import { ended, fetchVoice, listen, openText, watched, watchPages, type SpeechBench } from './reader.ts';
import { recordSamples, type Stretch } from './samples.ts';
import { shortSentence, textOf } from './texts.ts';
import type { Watched } from './watch.ts';

const count = 100;
/** Milliseconds: shorter silences are inside of words. */
const shortest = 250;
/** Clips of the same text differ by a few milliseconds. */
const tolerance = 100;

/** Every pause of an article as recorded, and how far behind its sound each sentence and word was lit in the page. */
export async function pausesAndLight({ sound, app, openBrowser }: SpeechBench): Promise<string[]> {
  const { pasted, sentences } = textOf(count, shortSentence);
  const browser = await openBrowser();
  const { page, context } = browser;
  await watchPages(context);
  await fetchVoice(page, app);
  await openText(page, app, pasted);
  const finish = await recordSamples(sound);
  const began = Date.now();
  await listen(page).click();
  await ended(page, 600_000);
  await page.waitForTimeout(500);
  const heard = (await finish()).stretches(shortest);
  const { lit, parts } = await watched(page);
  const bare = await clockBehindSound(page, sound);
  await browser.close();

  const synthesiser = await loadSynthesiser();
  const clips = sentences.map(({ text }) => synthesiser.synthesise(text, { variant: 'standard', pitch: 1 }));
  const said = whole(heard, clips);
  const off = said.slice(1).map(({ start }, index) => {
    const pause = start - (said[index]?.end ?? NaN);
    return pause - pauses[sentences[index]?.closes ?? 'sentence'];
  });
  const atSeams = parts.flatMap((at) => {
    const next = said.findIndex(({ start }) => start > at);
    return next > 0 ? [off[next - 1] ?? NaN] : [];
  });
  const light = lightBehindSound(
    lit.filter(({ at }) => at > began),
    said,
    clips,
  );
  return [
    `${said.length} of ${count} sentences heard, ${heard.length - said.length} gaps inside of them`,
    `pause longer than meant          ${spread(off)} (reach: within 10 ms)`,
    `  of them within 10 ms           ${off.filter((ms) => Math.abs(ms) <= 10).length} of ${off.length}`,
    `  of them where the part changes ${spread(atSeams)}`,
    `sentence lit after its sound     ${spread(light.sentences)} (reach: median under 50 ms)`,
    `word lit after its sound         ${spread(light.words)} (reach: median under 50 ms)`,
    `bare <audio>: clock after sound  ${spread(bare)}`,
  ];
}

/** The machine may lose sound for a moment: a sentence that is too short has its rest in the next stretch. */
function whole(stretches: readonly Stretch[], clips: readonly (Clip | undefined)[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { start, end } of stretches) {
    const last = joined.at(-1);
    const meant = ((clips[joined.length - 1]?.samples.length ?? 0) / sampleRate) * 1000;
    if (last && last.end - last.start < meant - tolerance) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

/** Sentences and their words are lit in order. */
function lightBehindSound(
  lit: Watched['lit'],
  said: readonly Stretch[],
  clips: readonly (Clip | undefined)[],
): { sentences: number[]; words: number[] } {
  const behind = { sentences: [] as number[], words: [] as number[] };
  let sentence = -1;
  let word = 0;
  for (const { layer, at } of lit) {
    if (layer === 'degjo-sentence') {
      sentence += 1;
      word = 0;
    }
    const start = said[sentence]?.start ?? NaN;
    if (layer === 'degjo-sentence') behind.sentences.push(at - start);
    if (layer === 'degjo-word') {
      behind.words.push(at - start - ((clips[sentence]?.words[word]?.sample ?? NaN) / sampleRate) * 1000);
      word += 1;
    }
  }
  return behind;
}
