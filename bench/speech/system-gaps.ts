import type { Page } from 'playwright-core';
import { spread } from '../statistics.ts';
import { ended, listen, openText, watchPages, type SpeechBench } from './reader.ts';
import { recordSamples } from './samples.ts';
import { shortSentence, textOf } from './texts.ts';

const count = 12;
const turns = 3;
/** Milliseconds: shorter silences are inside of words. */
const shortest = 150;

/** The silences of the system's voice in the app, in turns with the same sentences queued at once by bare speak(). */
export async function systemGaps({ sound, app, openBrowser }: SpeechBench): Promise<string[]> {
  const { pasted, sentences } = textOf(count, shortSentence);
  const browser = await openBrowser();
  const { page, context } = browser;
  await watchPages(context);
  await openText(page, app, pasted);
  await page.getByRole('button', { name: 'Lexo me zërin e pajisjes', exact: true }).click();
  const gaps = { app: [] as number[], bare: [] as number[] };
  // The first turn warms the voice up and does not count.
  for (let turn = 0; turn <= turns; turn += 1) {
    const ours = await recorded(sound, page, async () => {
      await listen(page).click();
      await ended(page, 120_000);
    });
    const bare = await recorded(sound, page, () =>
      speakAll(
        page,
        sentences.map(({ text }) => text),
      ),
    );
    if (turn === 0) continue;
    gaps.app.push(...ours);
    gaps.bare.push(...bare);
  }
  await browser.close();
  return [
    `Dëgjo                        ${spread(gaps.app)}`,
    `the same queued by speak()   ${spread(gaps.bare)} (reach: no more than this)`,
    `${gaps.app.length} and ${gaps.bare.length} gaps heard of ${turns * (count - 1)}`,
  ];
}

async function recorded(sound: string, page: Page, read: () => Promise<void>): Promise<number[]> {
  const finish = await recordSamples(sound);
  await read();
  await page.waitForTimeout(700);
  const heard = (await finish()).stretches(shortest);
  return heard.slice(1).map(({ start }, index) => start - (heard[index]?.end ?? NaN));
}

function speakAll(page: Page, texts: readonly string[]): Promise<void> {
  return page.evaluate(
    (texts) =>
      new Promise<void>((resolve, reject) => {
        const voice = speechSynthesis.getVoices().find(({ name }) => name === 'Albanian espeak-ng');
        if (!voice) return reject(new Error('no Albanian voice'));
        const utterances = texts.map((text) => new SpeechSynthesisUtterance(text));
        utterances.at(-1)?.addEventListener('end', () => resolve());
        for (const utterance of utterances) {
          utterance.voice = voice;
          utterance.lang = voice.lang;
          speechSynthesis.speak(utterance);
        }
      }),
    texts,
  );
}
