/** A newer version of the app that waits until the listener takes it. Events: `change`. */
export interface AppUpdateOffer extends EventTarget {
  readonly isWaiting: boolean;
  /** Not now: it is not offered again in this visit. */
  postpone(): void;
  /** Changes over and reloads; false where another page of the app is playing and nothing was changed. */
  accept(): Promise<boolean>;
}
