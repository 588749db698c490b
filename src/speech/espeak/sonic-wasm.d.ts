/** What is used of the package: Sonic's own functions (sonic.h), on the memory of the module. */
declare module '@echogarden/sonic-wasm' {
  interface SonicModule {
    /** Replaced when the memory grows. */
    readonly HEAP16: Int16Array;
    /** @param bytes @returns an address, in bytes; 0 where there is no memory */
    _malloc(bytes: number): number;
    _free(address: number): void;
    /** Changes samples in place. @returns how many there are now */
    _sonicChangeShortSpeed(
      address: number,
      length: number,
      speed: number,
      pitch: number,
      rate: number,
      volume: number,
      useChordPitch: 0 | 1,
      sampleRate: number,
      channels: number,
    ): number;
  }

  const load: (options: { wasmBinary: Uint8Array }) => Promise<SonicModule>;
  export default load;
}
