/** The app among the other apps of the device. Events: `change`. */
export interface InstallOffer extends EventTarget {
  /** Does the page run as an installed app? */
  readonly isInstalled: boolean;
  /** Can the browser itself ask whether to install it? Else the listener is shown how. */
  readonly canAsk: boolean;
  /** Has the browser ask; true where the listener agreed. */
  ask(): Promise<boolean>;
}
