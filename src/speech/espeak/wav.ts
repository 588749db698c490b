/** One second of sound has this many samples. */
export const sampleRate = 22_050;

const headerLength = 44;

/** Samples of a silence. @param ms its length in milliseconds */
export function silence(ms: number): Int16Array {
  return new Int16Array(Math.round((ms / 1000) * sampleRate));
}

/** The head of a WAV file, mono, 16 bit. @param samples how many follow @param behind bytes of chunks after them */
export function wavHeader(samples: number, behind = 0): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(headerLength);
  const view = new DataView(header.buffer);
  const tag = (at: number, name: string) => header.set(new TextEncoder().encode(name), at);
  const bytes = samples * 2;
  tag(0, 'RIFF');
  view.setUint32(4, headerLength - 8 + bytes + behind, true);
  tag(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  tag(36, 'data');
  view.setUint32(40, bytes, true);
  return header;
}

/** A WAV file of parts, one after the other. Samples are taken as they lie in memory: little-endian on every platform. */
export function wavBlob(parts: readonly Int16Array[]): Blob {
  return new Blob([wavHeader(length(parts)), ...(parts as readonly Int16Array<ArrayBuffer>[])], { type: 'audio/wav' });
}

/** The same as bytes. */
export function wavBytes(parts: readonly Int16Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerLength + length(parts) * 2);
  bytes.set(wavHeader(length(parts)));
  let at = headerLength;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

function length(parts: readonly Int16Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
