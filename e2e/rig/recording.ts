import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { sinkName, soundEnvironment } from './sound.ts';

/** Moments are milliseconds since 1970, as `Date.now()` in a page or in Node gives them. */
export interface Recording {
  /** Loudness between two moments, `to` being now unless given: 0 is silence, speech is above 500, 32767 the most. */
  rms(from: number, to?: number): number;
  /** The first moment at or after `time` at which anything was heard (to 10 ms), or null. */
  firstSoundAfter(time: number): number | null;
  /** The end of the last sound so far, or null. */
  lastSound(): number | null;
  /** The longest time between two moments in which nothing was heard, in milliseconds (to 10). */
  longestSilence(from: number, to: number): number;
  /** Has nothing been heard in the last `ms`? */
  silentFor(ms: number): boolean;
  /** Waits for a sound at or after `after` (now, unless given). @returns its moment */
  waitForSound(options?: { after?: number; timeout?: number }): Promise<number>;
  /** Waits until nothing was heard for `ms`, counted from `after` (now, unless given). @returns when it fell silent */
  waitForSilence(ms: number, options?: { after?: number; timeout?: number }): Promise<number>;
  stop(): Promise<void>;
}

/** Ten milliseconds of sound. */
interface Window {
  readonly end: number;
  /** Mean of the squared samples. */
  readonly power: number;
}

const rate = 22_050;
const windowSamples = 220;
const windowMs = (windowSamples / rate) * 1000;
/** A null sink without players is digitally silent; this leaves room for dither. */
const audible = 20 ** 2;

/** Records from now on what comes out of the sound server of this folder, until `stop()`. */
export async function record(folder: string): Promise<Recording> {
  const parec = spawn(
    'parec',
    [
      `--device=${sinkName}.monitor`,
      '--format=s16le',
      `--rate=${String(rate)}`,
      '--channels=1',
      '--raw',
      '--latency-msec=10',
    ],
    { env: soundEnvironment(folder), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const windows: Window[] = [];
  const collect = windowCollector(windows);
  let complaint = '';
  let ended = false;
  parec.stdout.on('data', (bytes: Buffer) => {
    collect(bytes, now());
  });
  parec.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  const exit = new Promise<void>((resolve) => {
    const end = () => {
      ended = true;
      resolve();
    };
    parec.once('close', end);
    parec.once('error', (error) => {
      complaint += error.message;
      end();
    });
  });

  const waitFor = async <T>(what: string, find: () => T | null, timeout: number): Promise<T> => {
    const deadline = now() + timeout;
    for (;;) {
      const found = find();
      if (found !== null) return found;
      if (ended) throw new Error(`the recording ended before ${what}: ${complaint}`);
      if (now() > deadline) throw new Error(`waited ${String(timeout)} ms in vain for ${what}; ${describe(windows)}`);
      await pause(20);
    }
  };

  const started = now();
  await waitFor('the first samples', () => windows[0] ?? null, 10_000);
  const lastSound = () => windows.findLast(isAudible)?.end ?? null;
  const silentSince = (ms: number, after: number) => {
    const since = lastSound() ?? started;
    return (windows.at(-1)?.end ?? started) - Math.max(since, after) >= ms ? since : null;
  };
  const firstSoundAfter = (time: number) => {
    const found = windows.find((window) => window.end - windowMs >= time && isAudible(window));
    return found === undefined ? null : found.end - windowMs;
  };

  return {
    rms: (from, to = now()) => {
      const inside = windows.filter((window) => window.end - windowMs >= from && window.end <= to);
      if (inside.length === 0) throw new Error(`nothing was recorded from ${String(from)} to ${String(to)}`);
      return Math.sqrt(inside.reduce((sum, window) => sum + window.power, 0) / inside.length);
    },
    firstSoundAfter,
    lastSound,
    longestSilence: (from, to) => {
      let [longest, since] = [0, from];
      for (const window of windows) {
        if (window.end <= from || window.end > to) continue;
        if (isAudible(window)) since = window.end;
        else longest = Math.max(longest, window.end - since);
      }
      return longest;
    },
    silentFor: (ms) => silentSince(ms, started) !== null,
    waitForSound: ({ after = now(), timeout = 20_000 } = {}) =>
      waitFor('a sound', () => firstSoundAfter(after), timeout),
    waitForSilence: (ms, { after = now(), timeout = 20_000 } = {}) =>
      waitFor(`${String(ms)} ms of silence`, () => silentSince(ms, after), timeout),
    stop: async () => {
      parec.kill();
      await exit;
    },
  };
}

/** Cuts the stream into windows; the last sample of a chunk was heard when the chunk arrived. */
function windowCollector(windows: Window[]): (bytes: Buffer, arrived: number) => void {
  let rest = Buffer.alloc(0);
  return (bytes, arrived) => {
    const all = Buffer.concat([rest, bytes]);
    const size = windowSamples * 2;
    let at = 0;
    for (; at + size <= all.length; at += size) {
      const samplesAfter = (all.length - at - size) / 2;
      windows.push({ end: arrived - (samplesAfter / rate) * 1000, power: power(all, at) });
    }
    rest = all.subarray(at);
  };
}

function power(bytes: Buffer, at: number): number {
  let sum = 0;
  for (let index = 0; index < windowSamples; index++) sum += bytes.readInt16LE(at + index * 2) ** 2;
  return sum / windowSamples;
}

function isAudible(window: Window): boolean {
  return window.power > audible;
}

function describe(windows: readonly Window[]): string {
  const recent = windows.slice(-100);
  const loud = recent.filter(isAudible).length;
  return `of the last ${String(recent.length)} windows of 10 ms, ${String(loud)} were audible`;
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
