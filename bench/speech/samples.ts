import { spawn } from 'node:child_process';
import { sinkName, soundEnvironment } from '../../e2e/rig/sound.ts';

export const rate = 22_050;
/** Of 32,767; as the voice's own clips are cut. */
const silent = 8;

/** Moments, in milliseconds since 1970. */
export interface Stretch {
  start: number;
  end: number;
}

/** Seconds of a recording over which its clock is compared with the computer's: they run apart by some ms a minute. */
const stride = 10;

/** Sound as it was heard, sample by sample. */
export class Samples {
  readonly #samples: Int16Array;
  /** For each stride, when it would have begun to be heard if the whole recording had been as late as it. */
  readonly #begins: readonly number[];

  constructor(samples: Int16Array, begins: readonly number[]) {
    this.#samples = samples;
    this.#begins = begins;
  }

  /** Stretches of sound with at least `ms` of silence between them. */
  stretches(ms: number): Stretch[] {
    const least = (ms / 1000) * rate;
    const found: Stretch[] = [];
    let start = -1;
    let last = -1;
    for (let at = 0; at < this.#samples.length; at += 1) {
      if (Math.abs(this.#samples[at] ?? 0) <= silent) continue;
      if (start >= 0 && at - last > least) {
        found.push({ start: this.#moment(start), end: this.#moment(last + 1) });
        start = at;
      }
      if (start < 0) start = at;
      last = at;
    }
    if (start >= 0) found.push({ start: this.#moment(start), end: this.#moment(last + 1) });
    return found;
  }

  /** Between the middles of two strides, by both. */
  #moment(sample: number): number {
    const at = Math.max(0, sample / rate / stride - 0.5);
    const before = this.#begin(Math.floor(at));
    const after = this.#begin(Math.floor(at) + 1);
    return before + (after - before) * (at % 1) + (sample / rate) * 1000;
  }

  #begin(which: number): number {
    return this.#begins[Math.min(which, this.#begins.length - 1)] ?? NaN;
  }
}

/** Records until the function that it resolves with is called. @param sound the folder from `startSound()` */
export async function recordSamples(sound: string): Promise<() => Promise<Samples>> {
  const options = [`--device=${sinkName}.monitor`, '--format=s16le', `--rate=${rate}`, '--channels=1', '--raw'];
  const parec = spawn('parec', [...options, '--latency-msec=10'], { env: soundEnvironment(sound) });
  const chunks: Buffer[] = [];
  let bytes = 0;
  // No chunk arrives before it was heard: the earliest of a stride tells when it was.
  const begins: number[] = [];
  const first = new Promise((resolve) => parec.stdout.once('data', resolve));
  parec.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
    const seconds = bytes / 2 / rate;
    const began = performance.timeOrigin + performance.now() - seconds * 1000;
    const which = Math.floor(seconds / stride);
    begins[which] = Math.min(begins[which] ?? Infinity, began);
  });
  await first;
  return async () => {
    const closed = new Promise((resolve) => parec.once('close', resolve));
    parec.kill();
    await closed;
    const all = Buffer.concat(chunks);
    return new Samples(new Int16Array(all.buffer, all.byteOffset, all.length >> 1), begins);
  };
}
