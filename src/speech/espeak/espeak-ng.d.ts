/**
 * The loader of @echogarden/espeak-ng-emscripten, cut down to the packed files. In the browser the build cuts it
 * (scripts/voice-pack.ts), in Node node/loader.ts does.
 */
declare module '#espeak-ng' {
  export interface EspeakEvent {
    readonly type: 'word' | 'sentence' | 'phoneme' | 'mark' | 'play' | 'end' | 'msg_terminated' | 'samplerate';
    /** 1 is the first code point of the input. */
    readonly text_position: number;
    /** Code points. */
    readonly word_length: number;
    /** Milliseconds from the beginning of the input's sound. */
    readonly audio_position: number;
  }

  export interface EspeakWorker {
    /** 50 is the voice's own. */
    set_pitch(pitch: number): void;
    /** Words a minute, 175 unless set; clipped to 80 and 450. */
    set_rate(speed: number): void;
    /** @returns 0 unless the voice is not there */
    set_voice(name: string): number;
    /** @param take gets the sound chunk by chunk; true breaks off */
    synthesize(ssml: string, take: (samples: Int16Array | null, events: readonly EspeakEvent[]) => boolean): void;
  }

  const load: (options: {
    getPreloadedPackage: () => ArrayBuffer;
    printErr: (line: string) => void;
  }) => Promise<{ eSpeakNGWorker: new () => EspeakWorker }>;
  export default load;
}
