import { tapSentence } from '../../e2e/journeys/player.ts';
import { pauses } from '../../src/speech/espeak/pauses.ts';
import { spread } from '../statistics.ts';
import { fetchVoice, openText, watched, watchPages, type SpeechBench } from './reader.ts';
import { recordSamples } from './samples.ts';
import { sentence, textOf } from './texts.ts';

const seamsHeard = 12;
/** Sentences between two taps. */
const apart = 20;
/** Milliseconds: shorter silences are inside of words. */
const shortest = 250;

/** The pauses at which the element is given another file, each met by a tap on a sentence that was not made yet. */
export async function seams({ sound, app, openBrowser }: SpeechBench): Promise<string[]> {
  const { pasted, sentences } = textOf(seamsHeard * apart);
  const browser = await openBrowser();
  const { page, context } = browser;
  await watchPages(context);
  await fetchVoice(page, app);
  await openText(page, app, pasted);
  const finish = await recordSamples(sound);
  const changes: number[] = [];
  // From the end: what was made for one tap is no use to the next.
  for (let tap = seamsHeard - 1; tap >= 0; tap -= 1) {
    await tapSentence(page, sentence(tap * apart));
    await page.waitForTimeout(1_500);
    const before = (await watched(page)).parts.length;
    await page.waitForFunction((count) => window.watched.parts.length > count, before, { timeout: 30_000 });
    changes.push((await watched(page)).parts.at(-1) ?? NaN);
    await page.waitForTimeout(1_500);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(1_500);
  }
  const heard = (await finish()).stretches(shortest);
  await browser.close();
  const off = changes.map((at) => {
    const next = heard.findIndex(({ start }) => start > at);
    const gap = (heard[next]?.start ?? NaN) - (heard[next - 1]?.end ?? NaN);
    // Which it was is not known here, and they are far apart.
    const meant = gap > (pauses.sentence + pauses.paragraph) / 2 ? pauses.paragraph : pauses.sentence;
    return gap - meant;
  });
  return [
    `pause longer than meant  ${spread(off)} (reach: within 10 ms)`,
    `  of them within 10 ms   ${off.filter((ms) => Math.abs(ms) <= 10).length} of ${off.length}, in ${sentences.length} sentences`,
  ];
}
