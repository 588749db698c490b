import { describe, expect, it } from 'vitest';
import { AudioSaver, type SaveOptions } from './audio-saver.ts';
import type { AudioSink } from './audio-file.ts';
import type { EncoderRequest } from './encoder-protocol.ts';
import type { WorkerRequest } from './protocol.ts';
import type { Passage } from './recording.ts';
import { VoicePack } from './voice-pack.ts';
import type { WorkerLike } from './voice-worker.ts';
import { wavBlob } from './wav.ts';

/** Answers each request as it is told to; undefined: never. */
class FakeWorker<Request> extends EventTarget implements WorkerLike {
  terminated = false;
  readonly #answer: (request: Request) => unknown;

  constructor(answer: (request: Request) => unknown) {
    super();
    this.#answer = answer;
  }

  postMessage(request: Request): void {
    const data = this.#answer(request);
    if (data instanceof Event) queueMicrotask(() => this.dispatchEvent(data));
    else if (data !== undefined) queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }

  terminate(): void {
    this.terminated = true;
  }
}

const voice = (request: WorkerRequest) =>
  request.type === 'load'
    ? { type: 'loaded' }
    : {
        type: 'part',
        id: request.id,
        wav: wavBlob([new Int16Array(request.lines[0]?.text.length ?? 0).fill(100)]),
        lines: [{ start: 0, end: 1, words: [] }],
      };

const encoder = (request: EncoderRequest) => ({ type: 'bytes', bytes: new TextEncoder().encode(`${request.type};`) });

class FakeSink implements AudioSink {
  readonly pieces: Uint8Array[] = [];
  readonly calls: string[] = [];
  problem: Error | undefined;

  write(bytes: Uint8Array): Promise<void> {
    if (this.problem && this.pieces.length > 0) return Promise.reject(this.problem);
    this.pieces.push(bytes);
    return Promise.resolve();
  }
  replaceHead(): Promise<void> {
    this.calls.push('head');
    return Promise.resolve();
  }
  close(): Promise<void> {
    this.calls.push('close');
    return Promise.resolve();
  }
  abort(): Promise<void> {
    this.calls.push('abort');
    return Promise.resolve();
  }
}

interface Setting {
  readonly voice?: (request: WorkerRequest) => unknown;
  readonly encoder?: (request: EncoderRequest) => unknown;
  readonly fetch?: typeof fetch;
}

function setUp(setting: Setting = {}) {
  const workers: { terminated: boolean }[] = [];
  const create = <Request>(answer: (request: Request) => unknown) => {
    const worker = new FakeWorker(answer);
    workers.push(worker);
    return worker;
  };
  const files = { data: { address: '/voice/data.bin', length: 4, sha256: '' }, script: '/voice/worker.js' };
  const data = () => Promise.resolve(new Response(new Uint8Array(4)));
  const pack = new VoicePack(files, { fetch: setting.fetch ?? data, caches: undefined, subtle: undefined });
  const saver = new AudioSaver({
    pack,
    createVoice: () => create(setting.voice ?? voice),
    createEncoder: () => create(setting.encoder ?? encoder),
  });
  return { saver, workers, sink: new FakeSink() };
}

const passages: readonly Passage[] = [
  { text: 'Bora mbylli rrugët.', closes: 'heading' },
  { text: 'Ra gjithë natën.', closes: 'paragraph' },
];
const mp3: SaveOptions = { format: 'mp3', variant: 'standard', pitch: 1, rate: 1, tags: { title: 'Bora' } };
const wav: SaveOptions = { ...mp3, format: 'wav' };

describe('a file that is saved', () => {
  it('gets head, sound and end in order, and is closed; the workers end', async () => {
    const { saver, sink, workers } = setUp();
    const told: number[] = [];
    const outcome = await saver.save(passages, mp3, sink, { onProgress: (done) => told.push(done) });
    expect(outcome).toMatchObject({ outcome: 'saved', skipped: 0 });
    expect(Buffer.concat(sink.pieces).toString()).toBe('begin;encode;encode;finish;');
    expect(sink.calls).toEqual(['head', 'close']);
    expect(told).toEqual([1, 2]);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
  });

  it('needs no encoder to be a WAV file', async () => {
    const { saver, sink, workers } = setUp({ encoder: () => new Event('error') });
    expect((await saver.save(passages, wav, sink)).outcome).toBe('saved');
    expect(workers).toHaveLength(1);
  });

  it('tells how many sentences could not be said', async () => {
    const half = (request: WorkerRequest) =>
      request.type === 'make' && request.lines[0]?.text.startsWith('Ra') === true
        ? { ...(voice(request) as object), lines: [undefined] }
        : voice(request);
    const { saver, sink } = setUp({ voice: half });
    expect(await saver.save(passages, wav, sink)).toMatchObject({ outcome: 'saved', skipped: 1 });
  });
});

describe('a file that is not saved leaves nothing, and the reason is told', () => {
  const brokenSink = (name: string) => Object.assign(new FakeSink(), { problem: new DOMException('', name) });

  it.each([
    ['no-pack', { fetch: () => Promise.reject(new TypeError('offline')) }, wav, new FakeSink(), passages],
    ['no-pack', { voice: () => new Event('error') }, wav, new FakeSink(), passages],
    ['no-encoder', { encoder: () => ({ type: 'broken', why: 'blocked' }) }, mp3, new FakeSink(), passages],
    ['no-encoder', { encoder: () => new Event('error') }, mp3, new FakeSink(), passages],
    ['no-encoder', { encoder: () => new Event('error') }, { ...wav, rate: 3 }, new FakeSink(), passages],
    ['full', {}, wav, brokenSink('QuotaExceededError'), passages],
    ['failed', {}, wav, brokenSink('NoModificationAllowedError'), passages],
    ['nothing-to-say', {}, wav, new FakeSink(), [{ text: '* * *', closes: 'paragraph' }]],
    ['failed', {}, { ...wav, variant: 'klatt' }, new FakeSink(), passages],
  ] as const)('%s', async (reason, setting, options, sink, said) => {
    const { saver, workers } = setUp(setting);
    expect(await saver.save(said, options, sink)).toEqual({ outcome: reason });
    expect(sink.calls).toEqual(['abort']);
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });

  it.each([
    [
      'while a voice is silent',
      { voice: (request: WorkerRequest) => (request.type === 'load' ? voice(request) : undefined) },
    ],
    ['while the voice does not come', { fetch: () => new Promise<Response>(() => undefined) }],
    ['while the encoder does not come', { encoder: () => undefined }],
  ])('cancelled, %s', async (_, setting) => {
    const { saver, sink, workers } = setUp(setting);
    const stop = new AbortController();
    const outcome = saver.save(passages, mp3, sink, { signal: stop.signal });
    setTimeout(() => stop.abort());
    expect(await outcome).toEqual({ outcome: 'cancelled' });
    expect(sink.calls).toEqual(['abort']);
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });
});

it('estimates length and size', () => {
  const { seconds, bytes } = setUp().saver.estimate(1450, 2);
  expect([seconds, bytes]).toEqual([50, { mp3: 300_000, wav: 2_205_000 }]);
});
