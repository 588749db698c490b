/** What every browser of the rig can do with its one page; `journeys/any-browser.ts` makes it comfortable. */
export interface PageDriver {
  /** Loads an address and waits for its load event. */
  goto(address: string): Promise<void>;
  /** The value of an expression in the page, which has to be JSON; a promise is awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** A real press at a place in the viewport, in CSS pixels: it counts as the listener's own act. */
  tap(x: number, y: number): Promise<void>;
  press(key: Key): Promise<void>;
  /** As `RigBrowser.problems`, all of them. */
  problems(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export type Key =
  'Enter' | 'Escape' | 'Space' | 'Tab' | 'ArrowLeft' | 'ArrowUp' | 'ArrowRight' | 'ArrowDown' | 'Home' | 'End';
