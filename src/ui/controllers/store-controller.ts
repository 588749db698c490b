import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host again whenever a store says that it changed. */
export class StoreController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly store: () => EventTarget;
  private connected: EventTarget | undefined;

  /** @param store asked when the host is connected, so that it may come from a context */
  constructor(host: ReactiveControllerHost, store: () => EventTarget) {
    this.host = host;
    this.store = store;
    host.addController(this);
  }

  hostConnected(): void {
    this.connected = this.store();
    this.connected.addEventListener('change', this.update);
  }

  hostDisconnected(): void {
    this.connected?.removeEventListener('change', this.update);
    this.connected = undefined;
  }

  private readonly update = (): void => this.host.requestUpdate();
}
