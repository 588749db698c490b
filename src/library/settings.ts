/** What the listener wishes, as kept. */
export interface Settings {
  /** 1 is the voice's own speed. */
  readonly rate: number;
  /** The interface's language; undefined: as the browser says. */
  readonly locale?: string;
}

export const defaultSettings: Settings = { rate: 1 };
