import type { InstallOffer } from './ui/install-offer.ts';

/** Chromium's, which TypeScript does not know. */
interface PromptEvent extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** What the browser has to say about installing. */
export class Installing extends EventTarget implements InstallOffer {
  private prompt: PromptEvent | undefined;
  private installed: boolean;

  /** @param early what the browser said before this was here */
  constructor(window: Window, early?: Event) {
    super();
    this.prompt = early as PromptEvent | undefined;
    this.installed = runsInstalled(window);
    window.addEventListener('beforeinstallprompt', (event) => {
      // Not now: it would come before anything was heard.
      event.preventDefault();
      this.become(event as PromptEvent, this.installed);
    });
    window.addEventListener('appinstalled', () => this.become(undefined, true));
  }

  get isInstalled(): boolean {
    return this.installed;
  }

  get canAsk(): boolean {
    return this.prompt !== undefined;
  }

  async ask(): Promise<boolean> {
    const { prompt } = this;
    if (!prompt) return false;
    // The browser lets each be asked once.
    this.become(undefined, this.installed);
    return (await prompt.prompt()).outcome === 'accepted';
  }

  private become(prompt: PromptEvent | undefined, installed: boolean): void {
    this.prompt = prompt;
    this.installed = installed;
    this.dispatchEvent(new CustomEvent('change'));
  }
}

function runsInstalled(window: Window): boolean {
  // iOS has its own word for it.
  return (
    window.matchMedia('(display-mode: standalone)').matches || Reflect.get(window.navigator, 'standalone') === true
  );
}
