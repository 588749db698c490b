import type { Page } from 'playwright-core';
import { sampleRate, silence, wavBytes } from '../../src/speech/espeak/wav.ts';
import { recordSamples } from './samples.ts';

const beeps = 20;
/** Milliseconds. */
const every = 500;
const long = 100;

/**
 * What is lost between any element's clock and the recording of its sound: beeps played by a bare `<audio>`, each
 * noted in the first frame in which the clock has reached it. @returns milliseconds from sound to note
 */
export async function clockBehindSound(page: Page, sound: string): Promise<number[]> {
  const finish = await recordSamples(sound);
  const parts = Array.from({ length: beeps }, () => [tone(long), silence(every - long)]).flat();
  const noted = await page.evaluate(
    ([bytes, beeps, seconds]) =>
      new Promise<number[]>((resolve, reject) => {
        const audio = new Audio(URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'audio/wav' })));
        const moments: number[] = [];
        const look = () => {
          if (audio.currentTime > moments.length * seconds) moments.push(performance.timeOrigin + performance.now());
          if (moments.length < beeps) requestAnimationFrame(look);
          else resolve(moments);
        };
        audio.play().then(look, reject);
      }),
    [Array.from(wavBytes(parts)), beeps, every / 1000] as const,
  );
  await page.waitForTimeout(700);
  const heard = (await finish()).stretches(every / 2);
  return noted.map((at, index) => at - (heard[index]?.start ?? NaN));
}

/** Loud from its first sample to its last. */
export function tone(ms: number): Int16Array {
  return Int16Array.from({ length: (ms / 1000) * sampleRate }, (_, at) => Math.cos(at / 8) * 8_000);
}
