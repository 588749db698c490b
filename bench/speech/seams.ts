import type { Page } from 'playwright-core';
import { pauses } from '../../src/speech/espeak/pauses.ts';
import { spread } from '../statistics.ts';
import { fetchVoice, listen, openText, watched, watchPages, type SpeechBench } from './reader.ts';
import { recordSamples } from './samples.ts';
import { textOfMinutes } from './texts.ts';

const seamsHeard = 16;
/** Seconds of each file that are heard before the next. */
const heardOf = 4;
/** Milliseconds: shorter silences are inside of words. */
const shortest = 250;

/** The pauses at which the element is given another file, in a long article; the middle of each file is skipped. */
export async function seams({ sound, app, openBrowser }: SpeechBench): Promise<string[]> {
  const browser = await openBrowser();
  const { page, context } = browser;
  await watchPages(context);
  await fetchVoice(page, app);
  await openText(page, app, textOfMinutes(50).pasted);
  const finish = await recordSamples(sound);
  await listen(page).click();
  await page.waitForTimeout(1_000);
  const changes: number[] = [];
  for (let seam = 0; seam < seamsHeard; seam += 1) changes.push(await nextChange(page));
  await page.waitForTimeout(2_000);
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
    `  of them within 10 ms   ${off.filter((ms) => Math.abs(ms) <= 10).length} of ${off.length}`,
  ];
}

/** Waits for the next file, skipping most of the present one. @returns when it was given to the element */
async function nextChange(page: Page): Promise<number> {
  const before = (await watched(page)).parts.length;
  // Only once the next file can be there.
  await page.waitForTimeout(2_000);
  await page.evaluate((seconds) => {
    const { audio } = window.watched;
    if (audio && audio.duration - audio.currentTime > seconds) audio.currentTime = audio.duration - seconds;
  }, heardOf);
  await page.waitForFunction((count) => window.watched.parts.length > count, before, { timeout: 60_000 });
  return (await watched(page)).parts[before] ?? NaN;
}
