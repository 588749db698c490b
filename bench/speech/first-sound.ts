import type { Page } from 'playwright-core';
import { tapSentence } from '../../e2e/journeys/player.ts';
import { record } from '../../e2e/rig/recording.ts';
import { wavBytes } from '../../src/speech/espeak/wav.ts';
import { milliseconds } from '../statistics.ts';
import { tone } from './clock.ts';
import { fetchVoice, listen, openText, watched, watchPages, type SpeechBench } from './reader.ts';
import { sentence, textOfMinutes } from './texts.ts';

const runs = 10;
/** Milliseconds after opening an article, in which its beginning is made. */
const settling = 1_500;

/** From a press to the first sound that is recorded, in turns with a bare `<audio>` that has its WAV already. */
export async function firstSound({ sound, app, openBrowser }: SpeechBench): Promise<string[]> {
  const browser = await openBrowser();
  const { page, context } = browser;
  await watchPages(context);
  await fetchVoice(page, app);
  const { pasted } = textOfMinutes(10);
  const addresses = [await openText(page, app, pasted), await openText(page, app, `Tjetër.\n\n${pasted}`)];
  const recording = await record(sound);
  const hear = async (press: () => Promise<void>, stop: () => Promise<void>) => {
    await press();
    const { pressed } = await watched(page);
    const heard = await recording.waitForSound({ after: pressed });
    await stop();
    await recording.waitForSilence(500);
    return heard - pressed;
  };
  const stop = () => page.keyboard.press('Escape');
  const times = { prepared: [] as number[], tapped: [] as number[], cold: [] as number[], bare: [] as number[] };
  // The first turn warms up and does not count.
  for (let run = 0; run <= runs; run += 1) {
    // The other of the two: what was made of this one before is gone.
    await page.goto(addresses[run % 2] ?? '');
    await page.waitForTimeout(settling);
    const prepared = await hear(() => listen(page).click(), stop);
    const tapped = await hear(() => tapSentence(page, sentence(60 + 5 * run)), stop);
    const bare = await hear(await bareAudio(page), () => silenceBare(page));
    await page.reload({ waitUntil: 'commit' });
    const cold = await hear(() => pressAtOnce(page), stop);
    if (run === 0) continue;
    times.prepared.push(prepared);
    times.tapped.push(tapped);
    times.bare.push(bare);
    times.cold.push(cold);
  }
  await recording.stop();
  await browser.close();
  return [
    `10-minute article, open for a moment               ${milliseconds(times.prepared)} (reach: 100 ms)`,
    `a sentence far on in it, not made ahead            ${milliseconds(times.tapped)}`,
    `pressed while the page loads, voice in its cache  ${milliseconds(times.cold)} (reach: 500 ms)`,
    `bare <audio> with a finished WAV                   ${milliseconds(times.bare)}`,
  ];
}

/** Presses as soon as there is something to press, before what is made ahead can be there. */
async function pressAtOnce(page: Page): Promise<void> {
  const button = listen(page).and(page.locator(':enabled'));
  await button.waitFor({ state: 'attached' });
  const { x, y, width, height } = (await button.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.click(x + width / 2, y + height / 2);
}

/** Puts a bare `<audio>` behind a button of the page. @returns how to press it */
async function bareAudio(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    (bytes) => {
      const audio = document.createElement('audio');
      audio.id = 'bare';
      audio.src = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'audio/wav' }));
      const button = document.createElement('button');
      button.textContent = 'bare';
      button.onclick = () => {
        audio.currentTime = 0;
        void audio.play();
      };
      document.body.prepend(button, audio);
    },
    Array.from(wavBytes([tone(500)])),
  );
  const button = page.getByRole('button', { name: 'bare' });
  await button.waitFor();
  await page.waitForTimeout(300);
  return () => button.click();
}

function silenceBare(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.querySelector<HTMLAudioElement>('#bare')?.pause();
  });
}
