import type { Page } from 'playwright-core';
import { fetchVoice, listen, openText, watched, watchPages, type SpeechBench } from './reader.ts';
import { textOfMinutes } from './texts.ts';

const runs = 5;
/** Milliseconds: enough for every part of ten minutes to be made. */
const span = 15_000;

/** The longest tasks of the page while ten minutes of speech are made and begun, beside the same page doing nothing. */
export async function mainThread({ app, openBrowser }: SpeechBench): Promise<string[]> {
  const browser = await openBrowser();
  const { page, context } = browser;
  await watchPages(context);
  await fetchVoice(page, app);
  const { pasted } = textOfMinutes(10);
  const longest = { idle: [] as number[], reading: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    await openText(page, app, `Hera ${run}.\n\n${pasted}`);
    await page.waitForTimeout(3_000);
    longest.idle.push(await longestTask(page, () => page.waitForTimeout(span)));
    longest.reading.push(
      await longestTask(page, async () => {
        await listen(page).click();
        await throughParts(page);
      }),
    );
    await page.keyboard.press('Escape');
  }
  await browser.close();
  return [
    `longest task in each run     ${list(longest.reading)} (limit: 50 ms)`,
    `the same page, silent        ${list(longest.idle)}`,
  ];
}

/** Has every part of the sound begun and made the next, its middle skipped. */
async function throughParts(page: Page): Promise<void> {
  for (const end = Date.now() + span; Date.now() < end;) {
    await page.waitForTimeout(1_500);
    await page.evaluate(() => {
      const { audio } = window.watched;
      if (audio && audio.duration - audio.currentTime > 3) audio.currentTime = audio.duration - 1.5;
    });
  }
}

/** Milliseconds; 0 where none took 50, of which browsers tell nothing. */
async function longestTask(page: Page, during: () => Promise<void>): Promise<number> {
  const from = Date.now();
  await during();
  const { longTasks } = await watched(page);
  return Math.max(0, ...longTasks.filter(({ at }) => at >= from).map(({ took }) => took));
}

function list(values: readonly number[]): string {
  return values.map((ms) => (ms === 0 ? 'under 50 ms' : `${ms.toFixed(0)} ms`)).join(', ');
}
