import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon, stopDaemon, waitUntil } from './processes.ts';
import { soundEnvironment } from './sound.ts';

/**
 * A screen that nobody sees, one for each folder.
 * @param sound the folder from `startSound()`
 * @param size `640x1000`
 * @returns what DISPLAY has to be
 */
export async function startScreen(sound: string, size: string): Promise<string> {
  const logFile = join(sound, 'xvfb.log');
  // The number that the last screen said would be taken for this one's, before there is a screen.
  rmSync(logFile, { force: true });
  startDaemon({
    command: 'Xvfb',
    // Takes a free display and says which, once it is ready.
    args: ['-displayfd', '1', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'],
    env: soundEnvironment(sound),
    pidFile: pidFile(sound),
    logFile,
  });
  const number = () => /^\d+$/m.exec(readText(logFile))?.[0];
  await waitUntil('Xvfb', () => number() !== undefined, 10_000);
  return `:${String(number())}`;
}

export function stopScreen(sound: string): Promise<void> {
  return stopDaemon(pidFile(sound));
}

/**
 * The environment of a desktop in this language: `sq_AL`. Few machines have built the Albanian locale of the C library,
 * but any locale can be found under that name.
 */
export function localeEnvironment(sound: string, language: string): Record<string, string> {
  const folder = join(sound, 'locale');
  const locale = `${language}.UTF-8`;
  mkdirSync(folder, { recursive: true });
  try {
    symlinkSync('/usr/lib/locale/C.utf8', join(folder, locale));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return { LOCPATH: folder, LANG: locale, LC_ALL: locale, LANGUAGE: language };
}

function pidFile(sound: string): string {
  return join(sound, 'xvfb.pid');
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
