import { loadSynthesiser } from '../../src/speech/espeak/node/load-synthesiser.ts';
import { pauses } from '../../src/speech/espeak/pauses.ts';
import { sampleRate, type Clip } from '../../src/speech/espeak/synthesiser.ts';
import { median } from '../statistics.ts';
import { recordSamples, type Stretch } from './samples.ts';
import { article, shortSentence } from './texts.ts';
import { openVoicePage, type VoiceBench } from './voice-page.ts';

const sentences = 100;
/** Shorter silences are inside of words. Milliseconds. */
const shortest = 250;
/** Clips of the same text differ by a few milliseconds. */
const tolerance = 100;
/** Every pause of an article as recorded, and how far behind its sound each sentence and word was lit. */
export async function pausesAndLight(bench: VoiceBench): Promise<string[]> {
  const script = article(sentences, shortSentence);
  const voice = await openVoicePage(bench);
  await voice.set(script);
  const finish = await recordSamples(bench.sound);
  await voice.press();
  await voice.wait('ended', 600_000);
  await voice.page.waitForTimeout(500);
  const reports = await voice.heard();
  const sound = (await finish()).stretches(shortest);
  const longestTask = await voice.page.evaluate(() => window.voice.longestTask);
  await voice.browser.close();

  const synthesiser = await loadSynthesiser();
  const clips = script.map(({ text }) => synthesiser.synthesise(text, { variant: 'standard', pitch: 1 }));
  const stretches = whole(sound, clips);
  const lit = (type: string) => reports.filter((report) => report.type === type);
  const off = stretches.slice(1).map(({ start }, index) => {
    const pause = start - (stretches[index]?.end ?? NaN);
    return pause - pauses[script[index]?.closes ?? 'sentence'];
  });
  const changes = lit('part').flatMap(({ at }) => {
    const next = stretches.findIndex(({ start }) => start > at);
    return next > 0 ? [off[next - 1] ?? NaN] : [];
  });
  const behind = lit('sentence').map(({ at, detail }) => at - (stretches[Number(detail?.['index'])]?.start ?? NaN));
  const wordsBehind = lit('word').map(({ at, detail }) => {
    const index = Number(detail?.['index']);
    const word = clips[index]?.words.find((candidate) => candidate.at === detail?.['at']);
    return at - (stretches[index]?.start ?? NaN) - ((word?.sample ?? NaN) / sampleRate) * 1000;
  });
  const words = clips.reduce((sum, clip) => sum + (clip?.words.length ?? 0), 0);
  return [
    `${sentences} sentences, ${stretches.length} heard, ${sound.length - stretches.length} silences inside of them`,
    `pause longer than meant      ${spread(off)} (reach: within 10 ms)`,
    `  of them where the part changes ${spread(changes)}`,
    `sentence lit after its sound ${spread(behind)} (reach: median within 50 ms)`,
    `word lit after its sound     ${spread(wordsBehind)}, ${wordsBehind.length} of ${words} words lit`,
    `longest task of the page     ${longestTask === 0 ? 'under 50 ms' : `${longestTask.toFixed(0)} ms`} (limit: 50 ms)`,
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

function spread(values: readonly number[]): string {
  const known = values.filter((value) => !Number.isNaN(value));
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return `median ${median(known).toFixed(1)} ms (${least.toFixed(1)} to ${most.toFixed(1)}, ${known.length} of them)`;
}
