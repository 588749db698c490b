import type { Page } from 'playwright-core';
import type { Bench } from './bench.ts';
import { median, milliseconds } from './statistics.ts';

const runs = 15;

declare global {
  interface Window {
    /** Milliseconds from the last press to the engine's `start`. */
    pressToStart?: number | undefined;
  }
}

/** From the press on Dëgjo to the `start` of the system's voice, in turns with a bare `speak()` of the same sentence. */
export async function pressToStart({ openBrowser, app, peer }: Bench): Promise<string[]> {
  const browser = await openBrowser();
  const { context, page: ours } = browser;
  await context.addInitScript(watch);
  await ours.goto(`${app}#/artikull/mostra/moti-shi-ere-jugu-dhe-bore`);
  // The same voice on both sides.
  await ours.getByRole('button', { name: 'Lexo me zërin e pajisjes', exact: true }).click();
  const bare = await context.newPage();
  await bare.goto(`${peer}bare.html`);

  const times = { ours: [] as number[], bare: [] as number[] };
  // The first turn warms the voice up and does not count.
  for (let run = 0; run <= runs; run++) {
    const turn = { ours: await press(ours), bare: await press(bare) };
    if (run === 0) continue;
    times.ours.push(turn.ours);
    times.bare.push(turn.bare);
  }
  await browser.close();
  return [
    `Dëgjo                    ${milliseconds(times.ours)}`,
    `bare speak()             ${milliseconds(times.bare)}`,
    `Dëgjo takes              ${(median(times.ours) - median(times.bare)).toFixed(1)} ms more (limit: 15 ms)`,
  ];
}

/** Runs in the page. */
function watch(): void {
  let pressed = 0;
  addEventListener('click', ({ timeStamp }) => (pressed = timeStamp), { capture: true });
  const speak = speechSynthesis.speak.bind(speechSynthesis);
  speechSynthesis.speak = (utterance) => {
    utterance.addEventListener('start', () => (window.pressToStart ??= performance.now() - pressed), { once: true });
    speak(utterance);
  };
}

async function press(page: Page): Promise<number> {
  await page.bringToFront();
  await page.evaluate(() => (window.pressToStart = undefined));
  await page.getByRole('button', { name: 'Dëgjo', exact: true }).click();
  const time = await page.waitForFunction(() => window.pressToStart);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !speechSynthesis.speaking);
  // The voice's own process has to fall silent too before the next turn.
  await page.waitForTimeout(700);
  return (await time.jsonValue()) ?? NaN;
}
