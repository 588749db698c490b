import type { Article } from '../articles/article.ts';
import type { ListeningSession, SessionEventMap } from './listening-session.ts';

/** The part of navigator.mediaSession that is used; see https://w3c.github.io/mediasession/. */
export type MediaSessionLike = Pick<MediaSession, 'metadata' | 'playbackState' | 'setActionHandler'> &
  Partial<Pick<MediaSession, 'setPositionState'>>;

export interface MediaPlatform {
  readonly mediaSession: MediaSessionLike;
  readonly Metadata: new (init: MediaMetadataInit) => MediaMetadata;
  /** Pictures for the lock screen. */
  readonly artwork: readonly MediaImage[];
}

/** Goes from article to article; false where there is no other. */
export interface Tracks {
  skip(): boolean;
  back(): boolean;
}

/**
 * The lock screen, headset keys and the car's buttons: shows what is read and how far, and hands their wishes to the
 * session. Previous and next go by an article while the queue has one, else by a sentence, as the seeks by some seconds
 * always do: nobody wants to land inside one.
 */
export class MediaControls {
  private readonly session: ListeningSession;
  private readonly platform: MediaPlatform;
  private shown: Article | undefined;

  constructor(session: ListeningSession, tracks: Tracks, platform: MediaPlatform) {
    this.session = session;
    this.platform = platform;
    session.addEventListener('change', () => this.update());
    session.addEventListener('progress', ({ detail }) => this.setPosition(detail));
    this.handle('play', () => session.play());
    // Directional, not a toggle: systems send it again when a call comes in.
    this.handle('pause', () => session.pause());
    this.handle('stop', () => session.stop());
    this.handle('previoustrack', () => {
      if (!tracks.back()) session.previous();
    });
    this.handle('nexttrack', () => {
      if (!tracks.skip()) session.next();
    });
    this.handle('seekbackward', () => session.previous());
    this.handle('seekforward', () => session.next());
    this.handle('seekto', ({ seekTime }) => {
      if (seekTime !== undefined) session.seek(seekTime);
    });
    this.update();
  }

  private handle(action: MediaSessionAction, act: MediaSessionActionHandler): void {
    try {
      this.platform.mediaSession.setActionHandler(action, act);
    } catch {
      // A browser that does not know an action throws; the others still work.
    }
  }

  private update(): void {
    const { mediaSession } = this.platform;
    const { article, playback } = this.session.snapshot;
    if (article !== this.shown) {
      this.shown = article;
      mediaSession.metadata = article ? this.metadataOf(article) : null;
    }
    mediaSession.playbackState = this.session.isPlaying ? 'playing' : playback === 'idle' ? 'none' : 'paused';
  }

  private metadataOf({ title, source = 'Dëgjo' }: Article): MediaMetadata {
    return new this.platform.Metadata({ title, artist: source, album: 'Dëgjo', artwork: [...this.platform.artwork] });
  }

  private setPosition({ seconds, duration }: SessionEventMap['progress']['detail']): void {
    // The clock of the lock screen runs on by itself, so it has to know the rate.
    this.platform.mediaSession.setPositionState?.({
      duration,
      position: Math.min(seconds, duration),
      playbackRate: this.session.snapshot.rate,
    });
  }
}
