import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { busEnvironment } from './bus.ts';
import { soundEnvironment } from './sound.ts';

/**
 * What stands on a lock screen: the player that a browser shows over MPRIS, and the keys that it obeys, as playerctl
 * knows them. A browser is there once something plays, if it was opened with `mediaKeys`.
 */
export interface MediaKeys {
  /** The players that are there, by their names on the bus: `chromium.instance123`. */
  players(): Promise<string[]>;
  /** `Playing`, `Paused` or `Stopped`; null where nobody is there. */
  status(): Promise<string | null>;
  /** What is shown of it; `length` in seconds. Null where nobody is there. */
  metadata(): Promise<MediaShown | null>;
  /** Seconds from the beginning; null where nobody is there. */
  position(): Promise<number | null>;
  /** @throws Error in playerctl's words, where nobody is there or the player does not obey this key */
  press(key: MediaKey): Promise<void>;
  /** Moves the player to this many seconds from the beginning; WebKitGTK refuses. */
  seek(seconds: number): Promise<void>;
}

export type MediaKey = 'play' | 'pause' | 'play-pause' | 'stop' | 'next' | 'previous';

export interface MediaShown {
  readonly title: string;
  readonly artist: string;
  readonly album: string;
  readonly length: number | undefined;
}

const run = promisify(execFile);

/** @param folder the one from `startSound()` */
export function mediaKeysOf(folder: string): MediaKeys {
  const env = { ...soundEnvironment(folder), ...busEnvironment(folder) };
  const playerctl = async (...args: string[]) => {
    const { stdout } = await run('playerctl', args, { env, timeout: 10_000 });
    return stdout.replace(/\n$/, '');
  };
  /** The answer, or null where nobody is there. */
  const ask = async (...args: string[]) => {
    try {
      return await playerctl(...args);
    } catch (error) {
      if (/No players? (?:found|could)/.test(String((error as { stderr?: string }).stderr))) return null;
      throw error;
    }
  };
  return {
    players: async () => ((await ask('--list-all')) ?? '').split('\n').filter((name) => name !== ''),
    status: () => ask('status'),
    metadata: async () => {
      const shown = await ask(
        'metadata',
        '--format',
        '{{xesam:title}}\n{{xesam:artist}}\n{{xesam:album}}\n{{mpris:length}}',
      );
      if (shown === null) return null;
      const [title = '', artist = '', album = '', length = ''] = shown.split('\n');
      return { title, artist, album, length: length === '' ? undefined : Number(length) / 1e6 };
    },
    position: async () => {
      const seconds = await ask('position');
      return seconds === null ? null : Number(seconds);
    },
    press: async (key) => {
      await playerctl(key);
    },
    seek: async (seconds) => {
      await playerctl('position', String(seconds));
    },
  };
}
