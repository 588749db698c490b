import { loadSynthesiser } from '../../src/speech/espeak/node/load-synthesiser.ts';
import { pauses } from '../../src/speech/espeak/pauses.ts';
import { sampleRate } from '../../src/speech/espeak/synthesiser.ts';
import { median } from '../statistics.ts';
import { recordSamples } from './samples.ts';
import { article } from './texts.ts';
import { openVoicePage, type VoiceBench } from './voice-page.ts';

const sentences = 100;
/** Shorter silences are inside of words. Milliseconds at rate 1. */
const shortest = 250;
/** The article is heard at this speed, so that a run stays short; pauses are reported at rate 1. */
const rate = 1;

/** Every pause of an article as recorded, and how far behind its sound each sentence and word was lit. */
export async function pausesAndLight(bench: VoiceBench): Promise<string[]> {
  const script = article(sentences);
  const voice = await openVoicePage(bench);
  await voice.set(script, { rate });
  const finish = await recordSamples(bench.sound);
  await voice.press();
  await voice.wait('ended', 600_000);
  await voice.page.waitForTimeout(500);
  const reports = await voice.heard();
  const stretches = (await finish()).stretches(shortest / rate);
  const longestTask = await voice.page.evaluate(() => window.voice.longestTask);
  await voice.browser.close();

  const synthesiser = await loadSynthesiser();
  const clips = script.map(({ text }) => synthesiser.synthesise(text, { variant: 'standard', pitch: 1 }));
  const off = stretches.slice(1).map(({ start }, index) => {
    const pause = start - (stretches[index]?.end ?? NaN);
    return pause * rate - pauses[script[index]?.closes ?? 'sentence'];
  });
  const lit = (type: string) => reports.filter((report) => report.type === type);
  const behind = lit('sentence').map(({ at, detail }) => at - (stretches[Number(detail?.['index'])]?.start ?? NaN));
  const wordsBehind = lit('word').map(({ at, detail }) => {
    const index = Number(detail?.['index']);
    const word = clips[index]?.words.find((candidate) => candidate.at === detail?.['at']);
    return at - (stretches[index]?.start ?? NaN) - ((word?.sample ?? NaN) / sampleRate / rate) * 1000;
  });
  const words = clips.reduce((sum, clip) => sum + (clip?.words.length ?? 0), 0);
  return [
    `${sentences} sentences, ${stretches.length} heard`,
    `pause longer than meant      ${spread(off)} (reach: within 10 ms)`,
    `sentence lit after its sound ${spread(behind)} (reach: median within 50 ms)`,
    `word lit after its sound     ${spread(wordsBehind)}, ${wordsBehind.length} of ${words} words lit`,
    `longest task of the page     ${longestTask === 0 ? 'under 50 ms' : `${longestTask.toFixed(0)} ms`} (limit: 50 ms)`,
  ];
}

function spread(values: readonly number[]): string {
  const known = values.filter((value) => !Number.isNaN(value));
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return `median ${median(known).toFixed(1)} ms (${least.toFixed(1)} to ${most.toFixed(1)}, ${known.length} of them)`;
}
