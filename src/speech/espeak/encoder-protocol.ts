import type { AudioTags } from './audio-tags.ts';

/** Each gets one answer, in order; those to `begin`, `encode` and `finish` hold bytes of an MP3 file. */
export type EncoderRequest =
  | { readonly type: 'begin'; readonly tags: AudioTags }
  | { readonly type: 'encode'; readonly samples: Int16Array }
  | { readonly type: 'finish' }
  /** @see Tempo */
  | { readonly type: 'hasten'; readonly samples: Int16Array; readonly factor: number };

export type EncoderAnswer =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'samples'; readonly samples: Int16Array<ArrayBuffer> }
  | { readonly type: 'broken'; readonly why: string };
