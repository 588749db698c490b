/**
 * When pictures come:
 * - `never`: not at all, nor is one shown that came before
 * - `ask`: when the listener asks for one
 * - `wifi`: by themselves over Wi-Fi or a cable, else when asked for
 * - `always`: by themselves
 */
export type PictureWish = 'never' | 'ask' | 'wifi' | 'always';

/** What some browsers tell of the network (`navigator.connection`). */
export interface Connection {
  /** `wifi`, `cellular` and the like; most browsers on computers do not tell. */
  readonly type?: string;
  /** Does the listener want all pages to be sparing? */
  readonly saveData?: boolean;
}

/** Do pictures come unasked at this moment? */
export function comeUnasked(wish: PictureWish | undefined, connection: Connection | undefined): boolean {
  if (wish !== 'wifi') return wish === 'always';
  return /^(?:wifi|ethernet)$/.test(connection?.type ?? '') && !connection?.saveData;
}
