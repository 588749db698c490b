import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { browserNames, findBrowsers } from './drivers.ts';
import type { BrowserName } from './drivers.ts';
import { startAppServer } from './server.ts';
import { killSound, startSound, stopSound } from './sound.ts';
import { warmUp } from './warm-up.ts';

export interface Rig {
  /** The folder from `startSound()`. */
  readonly sound: string;
  /** The folder of the built app. */
  readonly dist: string;
  /** The built app behind its own server; ends with a slash. */
  readonly app: string;
  readonly browsers: readonly BrowserName[];
}

declare module 'vitest' {
  export interface ProvidedContext {
    rig: Rig;
  }
}

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(`${dist}/index.html`)) throw new Error('the app is not built: run `npm run build` first');
  const sound = await startSound();
  const onExit = () => {
    killSound(sound);
  };
  process.once('exit', onExit);
  const tearDown = async () => {
    await stopSound(sound);
    process.off('exit', onExit);
  };
  try {
    await warmUp(sound);
    const server = await startAppServer({ root: dist });
    project.provide('rig', { sound, dist, app: server.url, browsers: tellBrowsers() });
    return async () => {
      await server.close();
      await tearDown();
    };
  } catch (error) {
    await tearDown();
    throw error;
  }
}

/** What is not tested is said aloud. */
function tellBrowsers(): readonly BrowserName[] {
  const found = findBrowsers();
  const missing = browserNames.filter((name) => !found.includes(name));
  if (missing.length > 0) console.warn(`Not on this machine, and so not tested: ${missing.join(', ')}`);
  return found;
}
