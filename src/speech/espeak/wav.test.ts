import { expect, it } from 'vitest';
import { sampleRate, silence, wavBlob, wavBytes } from './wav.ts';

const parts = [Int16Array.of(1, -2), silence(1), Int16Array.of(32767)];

it('a WAV file holds its parts one after the other, behind a head that tells what they are', () => {
  const view = new DataView(wavBytes(parts).buffer);
  const samples = 3 + Math.round(sampleRate / 1000);
  const text = (at: number) => String.fromCharCode(...new Uint8Array(view.buffer, at, 4));
  expect([text(0), text(8), text(12), text(36)]).toEqual(['RIFF', 'WAVE', 'fmt ', 'data']);
  expect(view.byteLength).toBe(44 + samples * 2);
  expect(view.getUint32(4, true)).toBe(view.byteLength - 8);
  expect(view.getUint32(40, true)).toBe(samples * 2);
  expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)]).toEqual([1, sampleRate, 16]);
  expect([view.getInt16(44, true), view.getInt16(46, true)]).toEqual([1, -2]);
  expect(view.getInt16(view.byteLength - 2, true)).toBe(32767);
});

it('bytes and blob are the same', async () => {
  expect(new Uint8Array(await wavBlob(parts).arrayBuffer())).toEqual(wavBytes(parts));
});
