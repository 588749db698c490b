import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds: while something is read the library changes with every sentence. */
const rest = 250;

/** Renders its host again after a store changed, though not with each of many changes. */
export class CalmController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly store: () => EventTarget;
  private connected: EventTarget | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param store asked when the host is connected, so that it may come from a context */
  constructor(host: ReactiveControllerHost, store: () => EventTarget) {
    this.host = host;
    this.store = store;
    host.addController(this);
  }

  hostConnected(): void {
    this.connected = this.store();
    this.connected.addEventListener('change', this.heed);
  }

  hostDisconnected(): void {
    this.connected?.removeEventListener('change', this.heed);
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private readonly heed = (): void => {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.host.requestUpdate();
    }, rest);
  };
}
