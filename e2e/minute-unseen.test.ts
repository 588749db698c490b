import { setTimeout as pass } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { loadSynthesiser } from '../src/speech/espeak/node/load-synthesiser.ts';
import { pauses } from '../src/speech/espeak/pauses.ts';
import { sampleRate } from '../src/speech/espeak/wav.ts';
import { addText, eventually, load } from './journeys/app.ts';
import { litText, playerOf } from './journeys/player.ts';
import { listenIn } from './journeys/spoken.ts';
import { library } from './journeys/texts.ts';
import { openHideable, record, rig } from './rig/index.ts';

const minute = 60_000;

it('for a whole minute behind another page the embedded voice makes its pauses and no other, and then the light is where it is', async () => {
  const starts = await startsOfSentences();
  const sound = await record();
  const browser = await openHideable();
  try {
    const { page } = browser;
    await listenIn(page);
    await load(page, rig.app);
    await addText(page, library.text);
    const pressed = Date.now();
    await playerOf(page).listen.click();
    const began = await sound.waitForSound({ after: pressed });
    await browser.hide();
    await pass(minute);
    // Half of it again is more than any hesitation of a busy machine.
    expect(sound.longestSilence(began, began + minute)).toBeLessThan(1.5 * pauses.heading);

    await browser.show();
    const said = () => library.sentences[starts.findLastIndex((ms) => ms <= Date.now() - began)];
    await eventually(async () => (await litText(page)) === said(), 'light and sound at the same sentence').toBe(true);
    // Several parts of the sound were gone through.
    expect(library.sentences.indexOf(said() ?? '')).toBeGreaterThan(10);
    expect(browser.problems()).toEqual([]);
  } finally {
    await browser.close();
    await sound.stop();
  }
}, 120_000);

/** When the voice begins each sentence, if nothing holds it up: milliseconds from the first sound. */
async function startsOfSentences(): Promise<number[]> {
  const synthesiser = await loadSynthesiser();
  const starts: number[] = [];
  let at = 0;
  for (const [block, paragraph] of library.text.split('\n\n').entries()) {
    const inside = library.sentences.filter((sentence) => paragraph.includes(sentence));
    for (const sentence of inside) {
      starts.push(at);
      const clip = synthesiser.synthesise(sentence, { variant: 'standard', pitch: 1 });
      const closes = sentence === inside.at(-1) ? (block === 0 ? 'heading' : 'paragraph') : 'sentence';
      at += ((clip?.samples.length ?? 0) / sampleRate) * 1000 + pauses[closes];
    }
  }
  return starts;
}
