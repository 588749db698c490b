import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Follows a media query. */
export class MediaController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly query: MediaQueryList;

  constructor(host: ReactiveControllerHost, query: string) {
    this.host = host;
    this.query = matchMedia(query);
    host.addController(this);
  }

  get matches(): boolean {
    return this.query.matches;
  }

  hostConnected(): void {
    this.query.addEventListener('change', this.update);
  }

  hostDisconnected(): void {
    this.query.removeEventListener('change', this.update);
  }

  private readonly update = (): void => this.host.requestUpdate();
}
