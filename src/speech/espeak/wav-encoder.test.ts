import { expect, it } from 'vitest';
import { FileTooLong } from './audio-encoder.ts';
import { WavEncoder } from './wav-encoder.ts';

it('ends before a file that could not tell its own length', () => {
  const encoder = new WavEncoder({ title: 'E gjatë' });
  // Samples that take no memory: what counts is how many there are.
  const hour = Object.create(Int16Array.prototype, {
    length: { value: 3600 * 22_050 },
    buffer: { value: new ArrayBuffer(0) },
    byteOffset: { value: 0 },
    byteLength: { value: 0 },
  }) as Int16Array;
  for (let hours = 0; hours < 27; hours++) encoder.encode(hour);
  expect(() => encoder.encode(hour)).toThrow(FileTooLong);
});
