/// <reference types="vite/client" />

/** The app's version, from package.json. */
declare const __VERSION__: string;
/** Made by scripts/voice-pack.ts. */
declare module 'virtual:voice-pack' {
  /** The files of the embedded voice in one; the address is absolute on this host, the length in bytes. */
  export const voiceData: { readonly address: string; readonly length: number; readonly sha256: string };
}
