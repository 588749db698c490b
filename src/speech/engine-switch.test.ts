import { beforeEach, expect, it } from 'vitest';
import { EngineSwitch } from './engine-switch.ts';
import { scriptReports, type SpeechEngine, type SpeechEventMap, type Timeline, type Voice } from './engine.ts';
import { plain, reportsOf, script } from './web-speech/listen.ts';

class ScriptedEngine extends EventTarget implements SpeechEngine {
  readonly asked: string[] = [];
  readonly listed: readonly Voice[];
  timeline: Timeline | undefined;
  constructor(voice: Voice) {
    super();
    this.listed = [voice];
  }
  voices = () => Promise.resolve(this.listed);
  prepare = () => void this.asked.push('prepare');
  speak = () => void this.asked.push('speak');
  stop = () => void this.asked.push('stop');
  setRate(): boolean {
    return this.timeline !== undefined;
  }
  setVolume(): boolean {
    return this.timeline !== undefined;
  }
  report<K extends keyof SpeechEventMap>(type: K, detail: SpeechEventMap[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

const ilir: Voice = { id: 'ilir', name: 'Ilir', language: 'sq-AL', offline: false, engine: 'system' };
const own: Voice = { id: 'espeak:sq', name: 'Dëgjo', language: 'sq', offline: true, engine: 'espeak' };
let system: ScriptedEngine;
let espeak: ScriptedEngine;
let both: EngineSwitch;

beforeEach(() => {
  system = new ScriptedEngine(ilir);
  espeak = new ScriptedEngine(own);
  espeak.timeline = { duration: 1, secondsOf: () => 0, indexAt: () => 0 };
  both = new EngineSwitch({ system, espeak });
});

it('lists the voices of both', async () => {
  expect(both.listed).toEqual([ilir, own]);
  expect(await both.voices()).toEqual([ilir, own]);
});

it('has each voice spoken by its engine, and never both at once', () => {
  both.speak(script('Po.'), 0, { ...plain, voice: own });
  both.speak(script('Po.'), 0, { ...plain, voice: ilir });
  both.stop();
  expect(espeak.asked).toEqual(['speak', 'stop']);
  expect(system.asked.slice(-2)).toEqual(['speak', 'stop']);
});

it('passes on what the engine that was asked last reports, and nothing of the other', () => {
  const reports = reportsOf(both);
  both.speak(script('Po.'), 0, { ...plain, voice: own });
  espeak.report('sentence', { index: 0 });
  system.report('failed', { index: 0, reason: 'lost' });
  espeak.report('ended', null);
  system.report('voiceschanged', null);
  expect(reports).toEqual(['sentence 0', 'ended', 'voiceschanged']);
});

it('passes on every kind of report', () => {
  const heard: string[] = [];
  for (const type of scriptReports) both.addEventListener(type, () => heard.push(type));
  both.prepare(script('Po.'), 0, { ...plain, voice: own });
  for (const type of scriptReports) espeak.dispatchEvent(new CustomEvent(type, { detail: {} }));
  expect(heard).toEqual([...scriptReports]);
});

it('takes a rate and a volume and tells the time as that engine does', () => {
  expect([both.setRate(2), both.setVolume(0.5), both.timeline]).toEqual([false, false, undefined]);
  both.prepare(script('Po.'), 0, { ...plain, voice: own });
  expect([both.setRate(2), both.setVolume(0.5), both.timeline]).toEqual([true, true, espeak.timeline]);
});
