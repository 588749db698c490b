import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Does something when the page is opened, and whenever somebody comes back to it from another program. */
export class ReturnController implements ReactiveController {
  private readonly returned: () => void;

  constructor(host: ReactiveControllerHost, returned: () => void) {
    this.returned = returned;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.look);
    addEventListener('focus', this.look);
    this.look();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.look);
    removeEventListener('focus', this.look);
  }

  private readonly look = (): void => {
    if (!document.hidden) this.returned();
  };
}
