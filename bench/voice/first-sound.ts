import { record } from '../../e2e/rig/recording.ts';
import { wavBytes } from '../../src/speech/espeak/wav.ts';
import { milliseconds } from '../statistics.ts';
import { articleOf } from './texts.ts';
import { openVoicePage, type VoiceBench } from './voice-page.ts';

const runs = 10;

/** From the press to the first sound that is recorded, in turns with a bare `<audio>` that has its WAV already. */
export async function firstSound(bench: VoiceBench): Promise<string[]> {
  const voice = await openVoicePage(bench);
  const { page } = voice;
  const sound = await record(bench.sound);
  const times = { prepared: [] as number[], unprepared: [] as number[], cold: [] as number[], bare: [] as number[] };
  const hear = async (press: () => Promise<number>, stop: () => Promise<unknown>) => {
    const pressed = await press();
    const heard = await sound.waitForSound({ after: pressed });
    await stop();
    await sound.waitForSilence(400);
    return heard - pressed;
  };
  await page.evaluate(
    (bytes) => {
      const audio = new Audio(URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'audio/wav' })));
      audio.preload = 'auto';
      const button = document.createElement('button');
      button.id = 'bare';
      button.textContent = 'bare';
      button.onclick = (event) => {
        window.voice.pressed = performance.timeOrigin + event.timeStamp;
        audio.currentTime = 0;
        void audio.play();
      };
      document.body.append(button);
      Object.assign(window, { bare: audio });
    },
    Array.from(wavBytes([tone()])),
  );
  // The first turn warms up and does not count.
  for (let run = 0; run <= runs; run += 1) {
    const ofTurn = { prepared: 0, unprepared: 0, bare: 0 };
    await voice.set(articleOf(10));
    await voice.prepare();
    ofTurn.prepared = await hear(voice.press, voice.stop);
    await voice.set(articleOf(10));
    ofTurn.unprepared = await hear(voice.press, voice.stop);
    const pressBare = async () => {
      await page.click('#bare');
      return page.evaluate(() => window.voice.pressed);
    };
    ofTurn.bare = await hear(pressBare, () =>
      page.evaluate(() => (window as never as { bare: HTMLAudioElement }).bare.pause()),
    );
    if (run === 0) continue;
    for (const name of ['prepared', 'unprepared', 'bare'] as const) times[name].push(ofTurn[name]);
  }
  for (let run = 0; run < runs; run += 1) {
    await page.reload();
    await page.waitForTimeout(500);
    await voice.set(articleOf(10));
    times.cold.push(await hear(voice.press, voice.stop));
  }
  await sound.stop();
  await voice.browser.close();
  return [
    `10-minute article, opened a second ago      ${milliseconds(times.prepared)} (reach: 100 ms)`,
    `10-minute article, not made ahead           ${milliseconds(times.unprepared)}`,
    `page just loaded, voice only in its cache   ${milliseconds(times.cold)} (reach: 500 ms)`,
    `bare <audio> with a finished WAV            ${milliseconds(times.bare)}`,
  ];
}

/** Half a second that is loud from its first sample. */
function tone(): Int16Array {
  return Int16Array.from({ length: 11_025 }, (_, at) => Math.cos(at / 8) * 8_000);
}
